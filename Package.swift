// swift-tools-version: 6.1
import PackageDescription
let package = Package(
  name: "Stemma",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Press"),
    .target(name: "Language", dependencies: ["Press"]),
    .target(name: "Markup"),
    .target(name: "Reading", dependencies: ["Press", "Language", "Markup"]),
    .executableTarget(name: "bench", dependencies: ["Markup", "Reading", "Press"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "ReadingHTMLTests", dependencies: ["Reading", "Markup", "Press"]),
  ],
  swiftLanguageModes: [.v6]
)

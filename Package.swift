// swift-tools-version: 6.1
import PackageDescription

// One target a room, so that the compiler keeps the walls. A room imports only rooms above it in this list;
// ARCHITECTURE.md says what each is for.
let rooms: [Target] = [
  .target(name: "Press"),
  .target(name: "Language", dependencies: ["Press"]),
  .target(name: "Newsroom", dependencies: ["Press"]),
  .target(name: "Markup"),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
  .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
  .systemLibrary(name: "CXml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .target(name: "Intake", dependencies: ["Press", "Language", "CZlib", "CZstd", "CBrotli", "CXml2"]),
  .target(
    name: "Reading", dependencies: ["Press", "Language", "Markup"],
    resources: [
      .embedInCode("Tables/agencies.tsv"), .embedInCode("Tables/outlets.tsv"),
      .embedInCode("Tables/credits.tsv"),
      .embedInCode("Tables/furniture.tsv"), .embedInCode("Tables/kinds.tsv"),
      .embedInCode("Tables/walls.tsv"), .embedInCode("Tables/words.tsv"),
    ]),
  .target(name: "Matching", dependencies: ["Press", "Language"]),
  .target(name: "Collation", dependencies: ["Press", "Language", "Matching"]),
  .target(
    name: "Lineage", dependencies: ["Press", "Reading"],
    resources: [
      .embedInCode("Scoring/Tables/timed.trees"), .embedInCode("Scoring/Tables/untimed.trees"),
      .embedInCode("Scoring/Tables/wire.trees"),
    ]),
  .target(
    name: "Archive",
    dependencies: ["Press", .product(name: "GRDB", package: "GRDB.swift")]),
  .target(
    name: "Desk",
    dependencies: ["Press", "Intake", "Reading", "Matching", "Collation", "Lineage", "Archive"]),
  .target(name: "Export", dependencies: ["Press"]),
  // The only room that knows a web server: nothing but the program waits for Hummingbird's build.
  .target(
    name: "Web",
    dependencies: [
      "Press", "Collation", "Archive", "Desk", "Export",
      .product(name: "Hummingbird", package: "hummingbird"),
    ],
    resources: [
      .embedInCode("Assets/style.css"), .embedInCode("Assets/desk.js"), .embedInCode("Assets/favicon.svg"),
    ]),
  .executableTarget(
    name: "stemma",
    dependencies: [
      "Press", "Language", "Newsroom", "Intake", "Reading", "Matching", "Collation", "Lineage", "Archive",
      "Desk",
      "Export", "Web",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
]

let tests: [Target] = [
  // What tests of several rooms use.
  .target(name: "TestSupport", dependencies: ["CZlib"], path: "Tests/Support"),
  .testTarget(name: "PressTests", dependencies: ["Press"]),
  .testTarget(name: "NewsroomTests", dependencies: ["Newsroom"]),
  .testTarget(name: "MatchingTests", dependencies: ["Matching", "Language", "Press", "TestSupport"]),
  .testTarget(name: "CollationTests", dependencies: ["Collation", "Language", "Press", "TestSupport"]),
  .testTarget(
    name: "LineageTests", dependencies: ["Lineage", "Collation", "Matching", "Press", "TestSupport"]),
  .testTarget(name: "ExportTests", dependencies: ["Export", "Press"]),
  .testTarget(
    name: "WebTests", dependencies: ["Web", "Archive", "Desk", "Export", "Press", "TestSupport"]),
  .testTarget(
    name: "DeskTests",
    dependencies: ["Desk", "Press", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
  .testTarget(
    name: "IntakeTests", dependencies: ["Intake", "Press", "CZlib", "CZstd", "CBrotli", "TestSupport"]),
  .testTarget(
    name: "ArchiveTests",
    dependencies: ["Archive", "Press", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
  // Drives the built program as a user would; GRDB only to damage archives.
  .testTarget(
    name: "StemmaTests",
    dependencies: ["stemma", "CZlib", "CZstd", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
  .testTarget(name: "LanguageTests", dependencies: ["Language", "Press", "TestSupport"]),
  .testTarget(
    name: "ReadingTests", dependencies: ["Reading", "Markup", "Press", "TestSupport"],
    resources: [.copy("Fixtures")]),
  .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"]),
  .testTarget(name: "ReadingHTMLTests", dependencies: ["Reading", "Markup", "Press"]),
]

// Built by scripts/fuzz alone, with libFuzzer: no other build knows of it.
let fuzzing: [Target] =
  Context.environment["STEMMA_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz", dependencies: ["Press", "Language", "Markup", "Intake", "Reading"], path: "Fuzz",
      exclude: ["seeds", "dictionaries"])
  ]

// Asked for by scripts/make-docs alone: nobody else downloads it.
let documenting: [Package.Dependency] =
  Context.environment["STEMMA_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.3")]

let package = Package(
  name: "Stemma",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Stemma", targets: ["Desk", "Press", "Export"]),
    .executable(name: "stemma", targets: ["stemma"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ] + documenting,
  targets: rooms + tests + fuzzing,
  swiftLanguageModes: [.v6]
)

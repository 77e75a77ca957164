import Glibc
import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct FolderTests {
  @Test func aFolderIsReadInTheOrderOfTheBytesOfThePaths() throws {
    let pile = try TemporaryFolder()
    let names = ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "é.txt", "B.txt", "a-b.txt"]
    for name in names { try pile.write(name, "The harbour of \(name) was closed.") }
    let expected = names.map { pile.path + "/" + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(items(pile.path).map(\.source) == expected)
    #expect(items(pile.path + "//").map(\.source) == expected)
  }

  @Test func asManyItemsComeOutAsFilesLieInThePile() throws {
    let pile = try TemporaryFolder()
    let contents: [[UInt8]] = [
      Array("The mayor resigned.".utf8), [], [0, 1, 2, 3], Array("%PDF-1.7".utf8),
      Array("<p>A fire broke out.</p>".utf8),
      [0xFF, 0xFE, 0x41, 0x00], [0x1F, 0x8B], [0x1F], Array("{\"id\":1".utf8), Array("  \n".utf8),
      [0xC3, 0x28, 0x80],
      gzip(Array("A gale.".utf8)), gzip([]), gzip(gzip([1])), Array("[{\"text\":\"x\"}]".utf8),
    ]
    for (index, bytes) in contents.enumerated() { try pile.write("folder\(index % 3)/\(index).page", bytes) }
    #expect(items(pile.path).count == contents.count)
  }

  @Test func hiddenNamesArePassedOverInAFolderButNotWhenGiven() throws {
    let pile = try TemporaryFolder()
    try pile.write(".drafts/a.txt", "A draft.")
    try pile.write(".b.txt", "Another draft.")
    let refusals = items(pile.path).compactMap(\.refusal)
    #expect(refusals.map(\.reason) == [.empty])
    #expect(refusals[0].detail.contains("hidden ones (2)"))
    #expect(
      items(pile.path + "/.drafts", pile.path + "/.b.txt").compactMap(\.content) == [
        "A draft.", "Another draft.",
      ])
  }

  @Test func whatCanBeReachedTwiceIsReadOnce() throws {
    let pile = try TemporaryFolder()
    try pile.write("a/one.txt", "One.")
    try pile.write("two.txt", "Two.")
    try pile.link("a/up", to: "..")
    try pile.link("a/self.txt", to: "one.txt")
    try pile.link("three.txt", to: "two.txt")
    let wanted = ["One.", "Two."]
    #expect(items(pile.path).compactMap(\.content) == wanted)
    #expect(items(pile.path, pile.path + "/a", pile.path + "/./a//one.txt").compactMap(\.content) == wanted)
    #expect(items(pile.path + "/a/one.txt", pile.path).compactMap(\.content).sorted() == wanted)
  }

  @Test func linksThatLeadNowhereAreRefused() throws {
    let pile = try TemporaryFolder()
    try pile.link("lost", to: "nothing-here")
    try pile.link("loop", to: "loop")
    #expect(items(pile.path).compactMap(\.refusal?.reason) == [.unreadable, .notFound])
  }

  @Test(.timeLimit(.minutes(1))) func pipesSocketsAndDevicesAreRefusedAndNeverWaitedFor() throws {
    let pile = try TemporaryFolder()
    #expect(mkfifo(pile.path + "/pipe", 0o644) == 0)
    let refusals = items(pile.path, pile.path + "/pipe", "/dev/null").compactMap(\.refusal)
    #expect(refusals.map(\.reason) == [.unsupported, .unsupported, .unsupported])
    #expect(refusals[0].detail.contains("named pipe"))
  }

  @Test func aMissingPathAndAnEmptyFolderAreTold() throws {
    let pile = try TemporaryFolder()
    let empty = try pile.folder("empty/within")
    #expect(
      items(pile.path + "/none.txt", empty, "").compactMap(\.refusal?.reason) == [
        .notFound, .empty, .notFound,
      ])
  }

  @Test func aNameThatIsNoTextIsReadAllTheSame() throws {
    let pile = try TemporaryFolder()
    let name = Array(pile.path.utf8) + [0x2F, 0x61, 0xFF, 0x2E, 0x74, 0x78, 0x74]
    let file = Path(name).withCString { fopen($0, "w") }
    fputs("The bridge is open.", file)
    fclose(file)
    #expect(items(pile.path).compactMap(\.content) == ["The bridge is open."])
  }

  @Test func aFolderWithoutPermissionIsRefusedAndTheRestIsRead() throws {
    let pile = try TemporaryFolder()
    try pile.write("closed/a.txt", "Not for us.")
    try pile.write("open.txt", "For all.")
    try pile.write("shut.txt", "Not for us either.")
    chmod(pile.path + "/closed", 0)
    chmod(pile.path + "/shut.txt", 0)
    defer { chmod(pile.path + "/closed", 0o755) }
    guard let found = withoutPrivileges({ items(pile.path) }) else {
      print("SKIPPED: permissions cannot be tested here: root may read everything and cannot step down")
      return
    }
    #expect(found.map(\.refusal?.reason) == [.noPermission, nil, .noPermission])
    #expect(found.map(\.content) == [nil, "For all.", nil])
  }

  @Test func aDeepTreeIsWalkedToTheSystemsLimitAndTold() throws {
    let pile = try TemporaryFolder()
    let name = String(repeating: "d", count: 100)
    var folder = open(pile.path, O_RDONLY)
    for _ in 0..<60 {
      mkdirat(folder, name, 0o755)
      let inner = openat(folder, name, O_RDONLY)
      close(folder)
      folder = inner
    }
    close(folder)
    let refusals = items(pile.path).compactMap(\.refusal)
    #expect(refusals.count == 1)
    #expect(refusals.first?.detail.contains("too long") == true)
  }
}

/// Runs `body` with file access as nobody has it; `nil` where that cannot be had.
///
/// Root reads everything, so this thread, and no other, takes another identity for the file system for a
/// moment.
private func withoutPrivileges<R>(_ body: () -> R) -> R? {
  if geteuid() != 0 { return body() }
  guard let symbol = dlsym(nil, "setfsuid") else { return nil }
  let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
  _ = setfsuid(65534)
  defer { _ = setfsuid(0) }
  guard setfsuid(65534) == 65534 else { return nil }
  return body()
}

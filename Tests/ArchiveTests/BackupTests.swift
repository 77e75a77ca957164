import Foundation
import Press
import Testing

@testable import Archive

@Suite("A backup is whole or not there")
struct BackupTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private func made(_ name: String) throws -> Archive {
    let archive = try Archive(path: folder.file(name), mode: .create)
    try News.fill(archive)
    return archive
  }

  @Test("while somebody writes, it is the archive of one moment")
  func whileWriting() async throws {
    let archive = try made("x")
    let writing = Task.detached {
      for number in 0..<200 {
        try archive.store([
          .article(News.article("n\(number)", text: "Tide \(number)."), contentHash: UInt64(100 + number))
        ])
      }
    }
    let reader = try Archive(path: folder.file("x"), mode: .readOnly)
    for number in 0..<5 {
      var steps: [Int] = []
      try reader.backup(to: folder.file("copy\(number)")) { done, total in
        steps.append(done)
        #expect(done <= total)
      }
      let copy = try Archive(path: folder.file("copy\(number)"), mode: .readOnly)
      let report = try copy.inspect()
      #expect(report.violations == [] && report.omissions == [])
      // Pages and search index are those of as many articles.
      #expect(try copy.counts().articles >= 4 && !steps.isEmpty)
      copy.close()
    }
    try await writing.value
    #expect(folder.names.filter { $0.hasPrefix("copy") } == (0..<5).map { "copy\($0)" })
  }

  @Test("a file that is there is replaced only when that is asked for, and never while it is in use")
  func replacing() throws {
    let archive = try made("x")
    try archive.backup(to: folder.file("y"))
    let older = try Contents(Archive(path: folder.file("y"), mode: .readOnly))
    try archive.store([.article(News.article("new", text: "The tide was late."), contentHash: 9)])
    #expect(kind { try archive.backup(to: folder.file("y")) } == .exists)
    #expect(try Contents(Archive(path: folder.file("y"), mode: .readOnly)) == older)
    try archive.backup(to: folder.file("y"), replacing: true)
    #expect(try Contents(Archive(path: folder.file("y"), mode: .readOnly)) == Contents(archive))
    #expect(kind { try archive.backup(to: folder.file("x"), replacing: true) } == .exists)
    let writer = try Archive(path: folder.file("y"), mode: .readWrite)
    #expect(kind { try archive.backup(to: folder.file("y"), replacing: true) } == .beingWritten)
    writer.close()
    // What a killed writer left belongs to the file that it wrote, and would be taken for the copy's.
    try Data("left".utf8).write(to: URL(fileURLWithPath: folder.file("z-wal")))
    #expect(kind { try archive.backup(to: folder.file("z")) } == .exists)
    #expect(folder.names.filter { $0.hasPrefix("y") || $0.hasPrefix("z") } == ["y", "z-wal"])
  }

  @Test("what a stopped one left is no hindrance")
  func leftovers() throws {
    let archive = try made("x")
    try Data("half a copy".utf8).write(to: URL(fileURLWithPath: folder.file("y.part")))
    try Data("half a journal".utf8).write(to: URL(fileURLWithPath: folder.file("y.part-journal")))
    try archive.backup(to: folder.file("y"))
    #expect(folder.names.filter { $0.hasPrefix("y") } == ["y"])
    #expect(try Contents(Archive(path: folder.file("y"), mode: .readOnly)) == Contents(archive))
  }
}

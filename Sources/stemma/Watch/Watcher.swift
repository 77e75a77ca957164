import Archive
import ArgumentParser
import Desk
import Export
import Foundation
import Intake
import Press
import Reading

/// Reads what a watch comes upon, and tells of it.
final class Watcher {
  private let inputs: [String]
  private let archive: String
  private let tables: NameTable
  private let threads: Int
  private let console: Console
  private let output: Output
  /// `nil` where people read the lines.
  private let writer: JSONLine?
  private let sheet = Look()
  private var tally = Tally()
  private let start = ContinuousClock.now
  /// Complaints that are made once.
  private var told: Set<String> = []

  init(
    inputs: [String], archive: String, tables: NameTable, threads: Int, console: Console, output: Output,
    writer: JSONLine?
  ) {
    self.inputs = inputs
    self.archive = archive
    self.tables = tables
    self.threads = threads
    self.console = console
    self.output = output
    self.writer = writer
  }

  func begin() throws {
    if let writer { output.line(try writer.header(version: Desk.version)) }
    output.flush()
    console.say("stemma: watching \(inputs.joined(separator: ", ")) for \(archive); Ctrl-C ends it")
  }

  /// The files that are there now. An input that is not there may come.
  func look() -> [InputFile] {
    for input in inputs where !FileManager.default.fileExists(atPath: input) {
      tellOnce("stemma: \(input): there is nothing here yet; it is waited for")
    }
    return InputFile.all(in: inputs) { !Interruption.request.isRequested }.filter { file in
      if !file.isNamedInUTF8 {
        tellOnce(
          "stemma: \(file.path): its name is no UTF-8 and it cannot be watched; stemma read reads it with its folder"
        )
      }
      return file.isNamedInUTF8
    }
  }

  /// Reads files into the archive and tells what is new.
  ///
  /// - Returns: whether that was done; not where another is writing to the archive: then it is tried again.
  func read(_ files: [InputFile]) async throws -> Bool {
    let isNew = !FileManager.default.fileExists(atPath: archive)
    guard let desk = try opened() else { return false }
    defer { desk.archive.close() }
    let mark = try desk.archive.growth()
    let report = try await desk.read(files.map(\.path), stop: Interruption.request) { [console] in
      console.show($0)
    }
    console.clear()
    try count(report)
    let ids = try desk.archive.articleIDs(since: mark)
    tally.articles += ids.count
    if report.stopped != nil {
      let counts = try desk.archive.counts()
      if isNew, counts.pages == 0 { try? FileManager.default.removeItem(atPath: archive) }
      console.error(
        "stemma: stopped while reading \(counted(files.count, "file", "files")): what was read is kept in \(archive). To go on: \(GivenCommand.line)"
      )
      throw Interrupted()
    }
    for news in try News.all(ids, in: desk.archive) {
      output.line(try writer?.line("news", news) ?? news.line(sheet))
    }
    output.flush()
    if isNew, try desk.archive.counts().pages == 0 {
      desk.archive.close()
      try? FileManager.default.removeItem(atPath: archive)
    }
    return true
  }

  /// The archive, open for writing; `nil` where another is writing to it.
  private func opened() throws -> Desk? {
    do {
      let desk = try Desk(archive: archive, threads: threads, tables: tables)
      told = told.filter { !$0.contains(Self.waiting) }
      return desk
    } catch {
      guard error.kind == .beingWritten || error.kind == .busy else { throw error }
      tellOnce("stemma: \(error.path): \(error.what); \(Self.waiting)")
      return nil
    }
  }

  private static let waiting = "reading waits until it is done"

  private func count(_ report: Desk.ReadReport) throws {
    tally.known = (tally.known ?? 0) + report.known + report.renewedArticles
    for refusal in report.refusals {
      tally.count(refusal)
      console.report(refusal)
      if let writer { output.line(try writer.line(refusal)) }
    }
    for notice in report.notices where told.insert("\(notice.source) \(notice.detail)").inserted {
      tally.count(notice)
      console.report(notice)
      if let writer { output.line(try writer.line(notice)) }
    }
  }

  /// Ends the watch.
  ///
  /// - Parameter leaving: How many files were left unread, because they changed at every look or the archive was taken.
  func end(leaving: Int, isOnce: Bool) throws {
    tally.finish(since: start)
    if let writer { output.line(try writer.line("summary", tally)) }
    output.flush()
    if leaving > 0 {
      console.error(
        "stemma: \(counted(leaving, "file was", "files were")) left unread, being written or because another is writing to the archive. The next stemma watch reads them"
      )
      throw ExitCode(2)
    }
    console.say(
      "stemma: \(counted(tally.articles, "new article", "new articles")), kept in \(archive)")
    if isOnce, tally.softErrors > 0 { throw ExitCode(2) }
  }

  private func tellOnce(_ text: String) { if told.insert(text).inserted { console.error(text) } }
}

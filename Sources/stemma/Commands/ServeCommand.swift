import ArgumentParser
import Desk
import Foundation
import Web

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show an archive in the browser: reports, stemmata, texts, traces.",
    discussion: """
      EXAMPLES
        stemma serve
        stemma serve --archive elections.stemma --port 0
        stemma serve --open
        curl http://127.0.0.1:8080/families.json     every page is JSON and CSV too

      Prints the address of the first page on standard output, and serves until
      Ctrl-C. Only this machine can reach it. With --listen it can be reached
      from others, by whoever has the token in the address that is printed;
      the connection is not encrypted.
      """)

  @OptionGroup var archive: ArchiveOption
  @Option(help: ArgumentHelp("Port to listen on; 0 for any that is free.", valueName: "number")) var port =
    8080
  @Option(help: ArgumentHelp("Number or name of this machine to listen on.", valueName: "address"))
  var listen = "127.0.0.1"
  @Flag(help: "Open the first page in the browser.") var open = false
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !(0...65_535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535, not \(port).")
    }
    if listen.isEmpty { throw ValidationError("--listen takes a number or name of this machine.") }
  }

  func run() async throws {
    let console = Console(quiet: common.quiet)
    let desk = try Desk(
      archive: archive.path, mode: .readOnly, threads: common.threadCount, tables: try tables.load())
    defer { desk.archive.close() }
    let opens = open
    let server = Server(Site(desk: desk), listen: listen, port: port) { console.error("stemma: \($0)") }
    try await server.run(endingOn: [.sigint, .sigterm]) { place in
      let output = Output()
      output.line(place.address)
      output.flush()
      console.say("stemma: serving \(desk.archive.path); Ctrl-C ends it")
      if place.isOpen {
        console.say(
          "stemma: other machines can reach it under this machine's name. Whoever has the token can read the archive; the connection is not encrypted"
        )
      }
      if opens { Self.open(place.address, console) }
    }
  }

  /// Has the desktop open a page. Where there is none, the address stands on the terminal.
  private static func open(_ address: String, _ console: Console) {
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [opener, address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { console.say("stemma: no browser could be opened (\(opener))") }
  }
}

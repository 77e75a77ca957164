import Glibc
import Press
import Testing

@testable import Intake

@Suite struct StandardInputTests {
  private let good = "{\"id\":\"b\",\"text\":\"The dam held.\"}\n"

  private func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw SystemError(code: errno) }
    return (ends[0], ends[1])
  }

  private func send(_ text: String, to descriptor: Int32) {
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
  }

  @Test(.timeLimit(.minutes(1))) func aLineIsHandedOverBeforeTheNextHasCome() throws {
    let ends = try pipe()
    defer { close(ends.reading) }
    let intake = Intake(inputs: ["-"], standardInput: ends.reading)
    for number in 1...3 {
      send(good, to: ends.writing)
      #expect(intake.next()?.source == "-#\(number)")
    }
    close(ends.writing)
    #expect(intake.next() == nil)
  }

  @Test func aPageOnTheStandardInputHasItsNameAndIsReadOnce() throws {
    let ends = try pipe()
    send("<p>The dam held.", to: ends.writing)
    close(ends.writing)
    defer { close(ends.reading) }
    let found = Array(Intake(inputs: ["-", "-"], standardInput: ends.reading))
    #expect(found.map(\.source) == ["-"])
    #expect(found[0].isHTML)
  }

  @Test func nothingOnTheStandardInputIsTold() throws {
    let ends = try pipe()
    close(ends.writing)
    defer { close(ends.reading) }
    #expect(Array(Intake(inputs: ["-"], standardInput: ends.reading)).map(\.refusal?.reason) == [.empty])
  }

  @Test func aDescriptorThatCannotBeReadIsTold() throws {
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    let found = Array(Intake(inputs: ["-"], standardInput: folder))
    #expect(found.map(\.refusal?.reason) == [.unreadable])
    #expect(found[0].refusal?.detail.contains("directory") == true)
  }

  @Test(.timeLimit(.minutes(1))) func aFileThatWouldKeepUsWaitingIsGivenUp() throws {
    // Files of the kernel, such as its log, are files by name and may have nothing to say for ever.
    let ends = try pipe()
    defer { close(ends.writing) }
    _ = fcntl(ends.reading, F_SETFL, O_NONBLOCK)
    let stream = FileStream(descriptor: ends.reading)
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 16)
    defer { space.deallocate() }
    guard case .fault(let fault) = stream.read(into: space) else {
      Issue.record("the stream was not given up")
      return
    }
    #expect(fault.kind == .unreadable)
  }
}

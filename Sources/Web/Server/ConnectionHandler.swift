import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Sees to it that a connection does not last longer than it is of use: every phase of it has an end by the clock, however
/// its bytes drip in. An idle timeout alone begins anew with each byte.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let connections: Connections
  private let limits: Limits
  private var deadline: Scheduled<Void>?
  /// Requests that have begun and are not answered.
  private var due = 0
  /// Whether a request's end is still to come.
  private var isSending = false
  /// Whether nothing more will be answered.
  private var isEnding = false

  init(_ connections: Connections, _ limits: Limits) {
    self.connections = connections
    self.limits = limits
  }

  // MARK: Coming and going

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { enter(.waiting, limits.headSeconds, context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    enter(.waiting, limits.headSeconds, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = nil
    connections.end(context.channel)
    context.fireChannelInactive()
  }

  // MARK: Phases

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      due += 1
      isSending = true
      enter(.sending, limits.bodySeconds, context)
    case .body: break
    case .end:
      isSending = false
      enter(.working, limits.answerSeconds, context)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      if head.headerFields[.connection] == "close" { isEnding = true }
      if !isSending { enter(.answering, limits.answerSeconds, context) }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise()
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      written.futureResult.whenComplete { _ in
        let (handler, context) = bound.value
        handler.answered(context)
      }
      context.write(data, promise: written)
    }
  }

  private func answered(_ context: ChannelHandlerContext) {
    due -= 1
    guard context.channel.isActive else { return }
    if isEnding {
      farewell(context)
    } else if !isSending {
      due > 0
        ? enter(.working, limits.answerSeconds, context) : enter(.waiting, limits.idleSeconds, context)
    }
  }

  /// Ends what we say, and listens a moment longer: who is still sending would otherwise lose the answer.
  private func farewell(_ context: ChannelHandlerContext) {
    enter(.waiting, 2, context)
    context.close(mode: .output, promise: nil)
  }

  private func enter(_ phase: Connections.Phase, _ seconds: Int, _ context: ChannelHandlerContext) {
    connections.note(context.channel, phase)
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
      bound.value.close(promise: nil)
    }
  }

  // MARK: What goes wrong

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, due == 0, !isEnding else {
      // What was begun is broken off: whoever reads it must not take it for the whole.
      context.fireErrorCaught(error)
      if !(error is HTTPParserError) { context.close(promise: nil) }
      return
    }
    isEnding = true
    due += 1
    let answer = Answer(error == .headerOverflow ? .headTooLarge : .malformed)
    context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
    context.write(wrapOutboundOut(.body(ByteBuffer(bytes: answer.body))), promise: nil)
    write(context: context, data: wrapOutboundOut(.end(nil)), promise: nil)
    context.flush()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent, isSending { enter(.sending, 2, context) }
    context.fireUserInboundEventTriggered(event)
  }
}

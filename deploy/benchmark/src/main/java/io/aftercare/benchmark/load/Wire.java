package io.aftercare.benchmark.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One kept connection: a request, its answer, the next request. */
final class Wire extends ChannelInboundHandlerAdapter {

  private static final int SHOWN_OF_A_BAD_ANSWER = 600;

  private final int number;
  private final Requests requests;
  private final ByteBuf body = Unpooled.buffer(2_048);
  private @Nullable ChannelHandlerContext context;
  private @Nullable Run run;
  private int status;
  private boolean isExpected;
  private boolean closing;

  /** When the request under way was due, {@link System#nanoTime}. */
  private long due;

  Wire(int number, Requests requests) {
    this.number = number;
    this.requests = requests;
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    context = active;
  }

  /** Sends the next request; called on the thread of the load. */
  void send(Run by, long dueAt) {
    if (context == null) {
      by.fail(new IllegalStateException("Connection %d is not open".formatted(number)));
      return;
    }
    run = by;
    due = dueAt;
    ByteBuf out = context.alloc().buffer(2_048);
    requests.write(number, out);
    context.writeAndFlush(out, context.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    try {
      if (message instanceof HttpResponse response) {
        status = response.status().code();
        isExpected = requests.isExpected(status);
        body.clear();
      }
      if (message instanceof HttpContent content) {
        if (!isExpected || requests.wantsBodies()) {
          body.writeBytes(content.content());
        }
        if (content instanceof LastHttpContent) {
          answered();
        }
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void answered() {
    Run by = run;
    if (by == null) {
      return;
    }
    if (isExpected) {
      requests.answered(number, status, body, due);
      by.answered(this, status, due);
    } else {
      String text = body.toString(StandardCharsets.UTF_8);
      by.fail(
          new IllegalStateException(
              "answer %d: %s"
                  .formatted(
                      status, text.substring(0, Math.min(text.length(), SHOWN_OF_A_BAD_ANSWER)))));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext inactive) {
    if (run != null && !closing) {
      run.fail(new IllegalStateException("Connection %d was closed".formatted(number)));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable failure) {
    if (run != null && !closing) {
      run.fail(failure);
    }
  }

  void close() {
    closing = true;
    if (context != null) {
      context.close();
    }
  }
}

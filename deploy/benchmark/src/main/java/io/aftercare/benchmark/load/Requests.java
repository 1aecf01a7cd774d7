package io.aftercare.benchmark.load;

import io.netty.buffer.ByteBuf;

/** What is asked over HTTP. */
public interface Requests {

  /**
   * Writes the next request of a connection, whole.
   *
   * @param connection from 0
   */
  void write(int connection, ByteBuf out);

  /** Whether an answer with this status is the one that was asked for. */
  boolean isExpected(int status);

  /**
   * Whether {@link #answered} wants to see the bodies of answers; they are thrown away unread
   * otherwise.
   */
  default boolean wantsBodies() {
    return false;
  }

  /**
   * An expected answer has come.
   *
   * @param due when its request was due, {@link System#nanoTime}
   */
  default void answered(int connection, int status, ByteBuf body, long due) {}
}

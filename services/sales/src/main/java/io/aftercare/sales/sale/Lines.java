package io.aftercare.sales.sale;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of a stream, none of which takes more memory than allowed, however long it is. */
final class Lines {

  private static final int BUFFER = 65_536;

  /** What is held of a stream at a time is more than this by one line at most. */
  private static final int MOST_BYTES = 2_000_000;

  /**
   * @param number from 1
   * @param isTooLong it was longer than allowed; its bytes were passed over
   */
  record Line(long number, byte[] bytes, boolean isTooLong) {

    boolean isEmpty() {
      if (isTooLong) {
        return false;
      }
      for (byte each : bytes) {
        if (each != ' ' && each != '\t' && each != '\r') {
          return false;
        }
      }
      return true;
    }
  }

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long number;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * As many of the next lines as asked for, or fewer when they are long together; none only at the
   * end of the stream.
   */
  List<Line> next(int most) throws IOException {
    List<Line> lines = new ArrayList<>();
    int bytes = 0;
    while (lines.size() < most && bytes < MOST_BYTES && hasMore()) {
      Line line = line();
      bytes += line.bytes().length;
      lines.add(line);
    }
    return lines;
  }

  private boolean hasMore() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return from < to;
  }

  private Line line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    boolean isTooLong = false;
    boolean ended = false;
    while (!ended && hasMore()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      isTooLong |= bytes.size() + end - from > longest;
      if (!isTooLong) {
        bytes.write(buffer, from, end - from);
      }
      ended = end < to;
      from = ended ? end + 1 : end;
    }
    number++;
    return new Line(number, isTooLong ? new byte[0] : bytes.toByteArray(), isTooLong);
  }
}

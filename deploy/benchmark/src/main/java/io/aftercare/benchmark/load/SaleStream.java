package io.aftercare.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.aftercare.benchmark.house.Broken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * One till that sends sales without end, one a line, in a chunked request, and reads the results
 * while it sends.
 */
public final class SaleStream {

  private static final int LINES_A_CHUNK = 64;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String CREATED = "\"status\":\"created\"";

  private final int port;
  private final String token;
  private final SaleRequests sales;

  /**
   * @param port of the sales service on this machine
   * @param token of the till
   */
  public SaleStream(int port, String token, SaleRequests sales) {
    this.port = port;
    this.token = token;
    this.sales = sales;
  }

  /** Sends that many new sales; returns the seconds until the last was answered. */
  public double send(int lines) {
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var sending = CompletableFuture.runAsync(() -> write(socket, lines), threads);
      read(socket, lines);
      double seconds = (System.nanoTime() - start) / 1e9;
      sending.get();
      return seconds;
    } catch (IOException e) {
      throw new Broken("The stream broke: " + e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new Broken("The stream broke while sending", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }

  private void write(Socket socket, int lines) {
    ByteBuf chunk = Unpooled.buffer(64 * 1_024);
    try {
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /sales/stream HTTP/1.1\r
          host: localhost\r
          content-type: application/x-ndjson\r
          authorization: Bearer %s\r
          transfer-encoding: chunked\r
          connection: close\r
          \r
          """
              .formatted(token)
              .getBytes(US_ASCII));
      for (int sent = 0; sent < lines; sent += LINES_A_CHUNK) {
        chunk.clear();
        for (int i = sent; i < Math.min(lines, sent + LINES_A_CHUNK); i++) {
          sales.writeLine(chunk);
        }
        out.write((Integer.toHexString(chunk.readableBytes()) + "\r\n").getBytes(US_ASCII));
        chunk.readBytes(out, chunk.readableBytes());
        out.write("\r\n".getBytes(US_ASCII));
      }
      out.write("0\r\n\r\n".getBytes(US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new Broken("The stream cannot be sent: " + e.getMessage(), e);
    }
  }

  private static void read(Socket socket, int lines) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String status = head(in);
    if (!status.contains(" 200 ")) {
      throw new Broken("The stream was answered " + status);
    }
    var results = new BufferedReader(new InputStreamReader(new Chunks(in), US_ASCII));
    for (int i = 0; i < lines; i++) {
      String result = results.readLine();
      if (result == null || !result.contains(CREATED)) {
        throw new Broken("Line %,d was answered %s".formatted(i + 1, result));
      }
    }
  }

  /** Reads to the end of the header fields; returns the status line. */
  private static String head(InputStream in) throws IOException {
    String status = Chunks.line(in);
    while (!Chunks.line(in).isEmpty()) {
      // The header fields say nothing that matters here.
    }
    return status;
  }

  /** The content of a chunked body. */
  private static final class Chunks extends InputStream {

    private final InputStream in;
    private int left;
    private boolean isFirst = true;
    private boolean ended;

    Chunks(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (left == 0 && !ended) {
        next();
      }
      if (ended) {
        return -1;
      }
      int read = in.read(to, offset, Math.min(length, left));
      if (read < 0) {
        throw new IOException("The answer ended within a chunk");
      }
      left -= read;
      return read;
    }

    private void next() throws IOException {
      if (!isFirst) {
        line(in);
      }
      isFirst = false;
      left = Integer.parseInt(line(in).strip(), 16);
      ended = left == 0;
    }

    static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int each = in.read(); each != '\n'; each = in.read()) {
        if (each < 0) {
          throw new IOException("The answer ended too early");
        }
        line.append((char) each);
      }
      return line.toString().stripTrailing();
    }
  }
}

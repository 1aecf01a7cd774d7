package io.aftercare.local;

import io.aftercare.local.parts.Part;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the person at the terminal sees while a house comes up or goes down. */
final class Terminal implements Progress {

  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean lively;
  private final Set<String> pending = new TreeSet<>();

  /**
   * @param out where lines go; colours and a running line only where somebody watches it
   */
  Terminal(PrintStream out) {
    Console console = System.console();
    this.out = out;
    this.lively = console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
  }

  synchronized void line(String text) {
    clear();
    out.println(text);
    showPending();
  }

  void good(String text) {
    line("  " + coloured(GREEN, "✓") + " " + text);
  }

  void bad(String text) {
    line("  " + coloured(RED, "✗") + " " + text);
  }

  String bold(String text) {
    return coloured(BOLD, text);
  }

  @Override
  public synchronized void starting(Part part) {
    pending.add(part.name());
    clear();
    showPending();
  }

  @Override
  public synchronized void ready(Part part, Duration after) {
    pending.remove(part.name());
    good("%-17s %5s   port %d".formatted(part.name(), seconds(after), part.port()));
  }

  @Override
  public void stopping(Part part) {
    line("  · stopping " + part.name());
  }

  /** No part is waited for any more. */
  synchronized void settled() {
    clear();
    pending.clear();
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private void clear() {
    if (lively) {
      out.print(CLEAR_LINE);
    }
  }

  private void showPending() {
    if (lively && !pending.isEmpty()) {
      out.print("  … " + String.join(", ", pending));
      out.flush();
    }
  }

  private String coloured(String colour, String text) {
    return lively ? colour + text + PLAIN : text;
  }
}

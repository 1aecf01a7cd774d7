package io.aftercare.local;

import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Part;
import java.nio.file.Path;
import java.time.Duration;

/** The table at the end of a start: what is where, and who may come in. */
final class Announcement {

  private final Chain chain;
  private final Terminal terminal;

  Announcement(Chain chain, Terminal terminal) {
    this.chain = chain;
    this.terminal = terminal;
  }

  void show(Duration took) {
    Access access = chain.access();
    terminal.line("");
    terminal.line(terminal.bold("Aftercare is up") + " after " + Terminal.seconds(took));
    Duration shift = Duration.parse(access.clockOffset());
    if (!shift.isZero()) {
      terminal.line("Its clock is shifted by " + access.clockOffset());
    }
    terminal.line("");
    terminal.line(terminal.bold("%-17s %-24s %5s  %s".formatted("what", "where", "port", "log")));
    for (Part part : chain.parts()) {
      String where = access.urls().getOrDefault(part.name(), "localhost:" + part.port());
      terminal.line("%-17s %-24s %5d  %s".formatted(part.name(), where, part.port(), shown(part)));
    }
    terminal.line("");
    terminal.line(terminal.bold("%-17s %-24s %s".formatted("who", "password", "may work as")));
    access.users().forEach((name, person) -> showPerson(name, person));
    terminal.line(
        "%-17s %-24s administrator of Keycloak".formatted("admin", chain.administratorPassword()));
    terminal.line("");
    terminal.line("Secrets of tills and other machines: " + shown(chain.accessFile()));
    terminal.line("Ctrl-C here, or ./aftercare down elsewhere, stops everything.");
  }

  private void showPerson(String name, Access.Person person) {
    String store = person.store() == null ? "" : " of " + person.store();
    String roles = String.join(", ", person.roles()) + store;
    terminal.line("%-17s %-24s %s".formatted(name, person.password(), roles));
  }

  private static String shown(Part part) {
    return shown(part.log());
  }

  private static String shown(Path path) {
    return Home.find().root().relativize(path).toString();
  }
}

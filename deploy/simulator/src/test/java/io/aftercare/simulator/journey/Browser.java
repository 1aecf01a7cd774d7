package io.aftercare.simulator.journey;

import io.aftercare.local.parts.Home;
import io.aftercare.simulator.chain.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A browser that people use the console with, as the console's own scripts tell it. */
final class Browser {

  /** Where it keeps pictures of what it saw. */
  static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();

  private static final long MINUTES = 3;

  private final Access access;

  Browser(Access access) {
    this.access = access;
  }

  /** How it went. */
  record Visit(int exitCode, String said) {}

  /** Logs in as this agent, works three calls, and lets the supervisor look at the queue. */
  Visit worksTheQueueAs(String agent, String supervisor) {
    return visits(
        "queue",
        Map.of(
            "AGENT_USER",
            agent,
            "AGENT_PASSWORD",
            password(agent),
            "SUPERVISOR_USER",
            supervisor,
            "SUPERVISOR_PASSWORD",
            password(supervisor)));
  }

  /**
   * Logs in as this agent and, beside them, as this pharmacist: a red flag is taken over, a side
   * effect recorded and judged, and the customer rings back.
   */
  Visit talkWithACustomer(String agent, String pharmacist) {
    return visits(
        "calls",
        Map.of(
            "AGENT_USER",
            agent,
            "AGENT_PASSWORD",
            password(agent),
            "PHARMACIST_USER",
            pharmacist,
            "PHARMACIST_PASSWORD",
            password(pharmacist)));
  }

  /** Logs in as this dispenser and sells at the counter, also without network and on a phone. */
  Visit sellsAtTheCounterAs(String dispenser) {
    return visits(
        "counter", Map.of("DISPENSER_USER", dispenser, "DISPENSER_PASSWORD", password(dispenser)));
  }

  private Visit visits(String script, Map<String, String> people) {
    Path web = Home.find().root().resolve("services/console/web");
    Path log = SCREENSHOTS.resolve(script + ".log");
    try {
      Files.createDirectories(SCREENSHOTS);
      ProcessBuilder node =
          new ProcessBuilder("node", "e2e/" + script + ".mjs")
              .directory(web.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      node.environment().put("CONSOLE_URL", access.url("console"));
      node.environment().put("SCREENSHOT_DIR", SCREENSHOTS.toString());
      node.environment().putAll(people);
      Process visit = node.start();
      if (!visit.waitFor(MINUTES, TimeUnit.MINUTES)) {
        visit.descendants().forEach(ProcessHandle::destroyForcibly);
        visit.destroyForcibly().waitFor();
      }
      return new Visit(visit.exitValue(), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String password(String user) {
    return Objects.requireNonNull(Objects.requireNonNull(access.users()).get(user), user)
        .password();
  }
}

package io.aftercare.console.bench;

import io.aftercare.console.bench.LogIn.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Plays a scene of {@code web/e2e/scenes}: a real browser in front of the console, and behind it
 * services that answer as the scene has written.
 */
public final class Stage {

  private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();

  private static final long MINUTES = 4;

  private final LogIn logIn;
  private final Desk services;

  /** In front of these services, and with this way in. */
  public Stage(LogIn logIn, Desk services) {
    this.logIn = logIn;
    this.services = services;
  }

  /** How it went. */
  public record Play(int exitCode, String said) {}

  /** Whoever logs in is this person. */
  public Play plays(String scene, Person person) {
    logIn.letsIn(person);
    services.leavesToUnderstudy();
    Path log = PICTURES.resolve("scene-" + scene + ".log");
    try {
      Files.createDirectories(PICTURES);
      ProcessBuilder node =
          new ProcessBuilder("node", "e2e/scenes/" + scene + ".mjs")
              .directory(Path.of("web").toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      node.environment()
          .put("CONSOLE_URL", ConfigProvider.getConfig().getValue("test.url", String.class));
      node.environment().put("HOUSE_PORT", String.valueOf(services.understudy()));
      node.environment().put("SCREENSHOT_DIR", PICTURES.toString());
      Process play = node.start();
      if (!play.waitFor(MINUTES, TimeUnit.MINUTES)) {
        play.descendants().forEach(ProcessHandle::destroyForcibly);
        play.destroyForcibly().waitFor();
      }
      return new Play(play.exitValue(), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

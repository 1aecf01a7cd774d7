package io.aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.console.bench.LogIn;
import io.aftercare.console.bench.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Customers' files in a real browser. The page, its log-in and what it may do come from the
 * console; what is on file is scripted beside the scenes, in {@code web/e2e}.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FilesIT {

  private static final long MINUTES = 4;

  LogIn logIn;

  @Test
  void filesAreFoundCorrectedComparedAndProtected() throws IOException, InterruptedException {
    logIn.behave();
    var log = Path.of("target", "files.log").toAbsolutePath();
    var node =
        new ProcessBuilder("node", "e2e/files.mjs")
            .directory(Path.of("web").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    node.environment()
        .put("CONSOLE_URL", ConfigProvider.getConfig().getValue("test.url", String.class));

    var scenes = node.start();
    var ended = scenes.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      scenes.descendants().forEach(ProcessHandle::destroyForcibly);
      scenes.destroyForcibly().waitFor();
    }

    assertThat(scenes.exitValue()).as(Files.readString(log)).isZero();
  }
}

package io.aftercare.simulator.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bugs that prove the storm can see still fit the code: a storm for each takes minutes, this
 * takes none.
 */
class PlantedBugsTest {

  private static final Path TREE = Path.of("../..").toAbsolutePath().normalize();

  @ParameterizedTest
  @ValueSource(strings = {"no-dedupe", "no-epoch", "relay-by-id"})
  void a_bug_can_still_be_planted(String bug) throws IOException, InterruptedException {
    Process planting =
        new ProcessBuilder(
                TREE.resolve("deploy/storm-bugs/plant.sh").toString(),
                bug,
                TREE.toString(),
                "--check")
            .redirectErrorStream(true)
            .start();
    String said = new String(planting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(planting.waitFor()).as(said).isZero();
  }
}

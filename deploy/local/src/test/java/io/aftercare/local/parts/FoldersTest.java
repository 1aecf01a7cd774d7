package io.aftercare.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir Path place;

  @Test
  void aFolderThatOneProcessKeepsIsRefusedToAnother() throws IOException, InterruptedException {
    Path folder = place.resolve("house");
    Folders.reserve(folder);

    assertThat(anotherProcessReserves(folder))
        .contains("Another run is under way in " + folder)
        .doesNotContain("got it");
    assertThat(anotherProcessReserves(place.resolve("elsewhere"))).contains("got it");
  }

  private String anotherProcessReserves(Path folder) throws IOException, InterruptedException {
    Path program = place.resolve("Reserve.java");
    Files.writeString(
        program,
        """
        void main(String[] folder) {
          io.aftercare.local.parts.Folders.reserve(java.nio.file.Path.of(folder[0]));
          IO.println("got it");
        }
        """);
    Process other =
        new ProcessBuilder(
                List.of(
                    Home.java(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    program.toString(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(other.getInputStream().readAllBytes());
    other.waitFor();
    return said;
  }
}

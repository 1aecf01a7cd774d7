package io.aftercare.benchmark.house;

import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Part;
import io.aftercare.local.parts.Web;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service in a process of its own. */
public final class ServiceProcess extends Part {

  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms96m",
          "-Xmx192m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path jar;
  private final Map<String, String> environment;

  ServiceProcess(String name, Path home, Map<String, String> environment) {
    super(name, home, 0);
    this.jar =
        Home.find().root().resolve("services/" + name + "/target/quarkus-app/quarkus-run.jar");
    this.environment = environment;
    if (!Files.exists(jar)) {
      throw new Broken(jar + " is missing; run ./aftercare build");
    }
  }

  @Override
  protected ProcessBuilder command() {
    List<String> command = new ArrayList<>();
    command.add(Home.java());
    command.addAll(JVM);
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(environment);
    process.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port()));
    return process;
  }

  @Override
  protected boolean answers() {
    return Web.isOk("http://localhost:" + port() + "/q/health/ready");
  }

  @Override
  protected Duration patience() {
    return Duration.ofSeconds(60);
  }
}

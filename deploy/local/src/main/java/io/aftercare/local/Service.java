package io.aftercare.local;

import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Part;
import io.aftercare.local.parts.PartFailed;
import io.aftercare.local.parts.Web;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our own services, run from what the build left in its module. */
public final class Service extends Part {

  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private final List<String> jvm;
  private final Map<String, String> environment;

  Service(String name, Path home, int port, List<String> jvm, Map<String, String> environment) {
    super(name, home, port);
    this.jvm = jvm;
    this.environment = environment;
  }

  /** Base address, without a slash at its end. */
  public String url() {
    return "http://localhost:" + port();
  }

  /** What the build left of a service. */
  static Path built(String name) {
    return Home.find().root().resolve("services/" + name + "/target/quarkus-app/quarkus-run.jar");
  }

  @Override
  protected ProcessBuilder command() {
    Path jar = built(name());
    if (!Files.exists(jar)) {
      throw new PartFailed(name() + " is not built (" + jar + "); run ./aftercare build");
    }
    List<String> command = new ArrayList<>();
    command.add(Home.java());
    command.addAll(JVM);
    command.addAll(jvm);
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder run = new ProcessBuilder(command);
    run.environment().putAll(environment);
    run.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port()));
    return run;
  }

  @Override
  protected boolean answers() {
    return Web.isOk(url() + "/q/health/ready");
  }
}

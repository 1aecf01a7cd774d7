package io.aftercare.local;

import io.aftercare.local.parts.Home;
import io.aftercare.local.parts.Keycloak;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Does once what makes every later start quick. */
@Command(name = "prepare", hidden = true, description = "Builds Keycloak for our options.")
final class Prepare implements Callable<Integer> {

  @Override
  public Integer call() {
    Keycloak.prepare(Home.find().root().resolve("deploy/local/target/training"));
    return 0;
  }
}

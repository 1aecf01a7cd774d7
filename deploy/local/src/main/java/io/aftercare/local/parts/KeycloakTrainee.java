package io.aftercare.local.parts;

import java.nio.file.Path;
import java.time.Duration;

/** A Keycloak that is started once, to write down at its end the classes that every start needs. */
final class KeycloakTrainee extends Part {

  /** Known to everybody, and given another password before a house is ready. */
  static final KeycloakAdministrator ADMINISTRATOR = new KeycloakAdministrator("admin", "training");

  private final KeycloakProgram program;

  KeycloakTrainee(Path scratch, KeycloakProgram program) {
    super("keycloak", scratch, 0);
    this.program = program;
  }

  @Override
  protected ProcessBuilder command() {
    ProcessBuilder start = program.start(data(), port(), program.classesInTraining());
    start.environment().putAll(ADMINISTRATOR.asEnvironment());
    return start;
  }

  @Override
  protected boolean answers() {
    return Web.isOk(
        "http://localhost:" + port() + "/realms/master/.well-known/openid-configuration");
  }

  /** Writing the classes down takes a while. */
  @Override
  protected Duration grace() {
    return Duration.ofMinutes(2);
  }
}

package io.aftercare.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Keycloak with one realm, {@code aftercare}, served over plain HTTP on this machine only.
 *
 * <p>The realm is described by its file alone: where the file differs from the one imported before,
 * the data is thrown away and imported anew. Accounts keep their names and passwords, which come
 * from the file too; sessions end.
 */
public final class Keycloak extends Part {

  /** The administrator of Keycloak itself, made when the data is new. */
  public record Administrator(String name, String password) {}

  private final Administrator administrator;
  private final boolean training;
  private final String realm;

  private Keycloak(
      Path home, int port, String realm, Administrator administrator, boolean training) {
    super("keycloak", home, port);
    this.administrator = administrator;
    this.training = training;
    this.realm = realm;
  }

  /**
   * Starts Keycloak on the data under {@code home}, which is created when there is none.
   *
   * @param home the folder of the running house
   * @param port the port, 0 for a free one
   * @param realm the realm as Keycloak's import reads it (JSON)
   * @param administrator who may administer Keycloak
   * @return Keycloak, ready to hand out tokens
   * @throws PartFailed when it does not start; the message ends with the last lines of its log
   */
  public static Keycloak start(Path home, int port, String realm, Administrator administrator) {
    Keycloak keycloak = at(home, port, realm, administrator);
    keycloak.start();
    return keycloak;
  }

  /** As {@link #start(Path, int, String, Administrator)}, not yet started. */
  public static Keycloak at(Path home, int port, String realm, Administrator administrator) {
    return new Keycloak(home, port, realm, administrator, false);
  }

  /**
   * Does what makes later starts quick: Keycloak's own build, and one start and end in training.
   * Nothing happens when it was done before.
   *
   * @param scratch a folder that may be used and removed
   */
  public static void prepare(Path scratch) {
    KeycloakProgram program = KeycloakProgram.of(Home.find());
    program.prepare();
    if (program.isTrained()) {
      return;
    }
    Administrator nobody = new Administrator("training", "training");
    try (Keycloak trainee =
        new Keycloak(scratch, 0, "{\"realm\":\"aftercare\",\"enabled\":true}", nobody, true)) {
      trainee.start();
    }
    Folders.delete(scratch);
  }

  /** Where Keycloak is reached; its administrators' console is there too. */
  public String url() {
    return "http://localhost:" + port();
  }

  /** The issuer of the realm's tokens, and the address services ask for its keys. */
  public String issuer() {
    return url() + "/realms/aftercare";
  }

  private void adoptRealm() {
    Path file = data().resolve("data/import/aftercare-realm.json");
    try {
      if (Files.exists(file) && Files.readString(file).equals(realm)) {
        return;
      }
      Folders.delete(data().resolve("data/h2"));
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(file, Secret.ONLY_OURS);
      Files.writeString(file, realm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected ProcessBuilder command() {
    KeycloakProgram program = KeycloakProgram.of(Home.find());
    program.prepare();
    adoptRealm();
    ProcessBuilder start =
        program.start(
            data(),
            training,
            List.of(
                "--import-realm",
                "--http-host=localhost",
                "--http-port=" + port(),
                "--hostname=" + url()));
    start.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", administrator.name());
    start.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", administrator.password());
    return start;
  }

  /** Writing the classes down takes a while. */
  @Override
  protected Duration grace() {
    return training ? Duration.ofMinutes(2) : super.grace();
  }

  @Override
  protected boolean answers() {
    return Web.isOk(issuer() + "/.well-known/openid-configuration");
  }
}

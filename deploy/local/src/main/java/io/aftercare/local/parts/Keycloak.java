package io.aftercare.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keycloak with one realm, {@code aftercare}, served over plain HTTP on this machine only.
 *
 * <p>The realm is described by its file alone: where the file differs from the one imported before,
 * the data is thrown away and imported anew. Accounts keep their names and passwords, which come
 * from the file too; sessions end.
 */
public final class Keycloak extends Part {

  private final KeycloakProgram program = KeycloakProgram.of(Home.find());
  private final String realm;
  private final KeycloakAdministrator administrator;
  private boolean isNew;
  private boolean isTrainees;

  private Keycloak(Path home, int port, String realm, KeycloakAdministrator administrator) {
    super("keycloak", home, port);
    this.realm = realm;
    this.administrator = administrator;
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
  public static Keycloak start(
      Path home, int port, String realm, KeycloakAdministrator administrator) {
    Keycloak keycloak = at(home, port, realm, administrator);
    keycloak.start();
    return keycloak;
  }

  /** As {@link #start(Path, int, String, KeycloakAdministrator)}, not yet started. */
  public static Keycloak at(
      Path home, int port, String realm, KeycloakAdministrator administrator) {
    return new Keycloak(home, port, realm, administrator);
  }

  /**
   * Does what makes later starts quick: Keycloak's own build, and one start and end in training,
   * whose classes and empty database are kept. Nothing happens when it was done before.
   *
   * @param scratch a folder that may be used and removed
   */
  public static void prepare(Path scratch) {
    KeycloakProgram program = KeycloakProgram.of(Home.find());
    program.prepare();
    if (program.isTrained()) {
      return;
    }
    Folders.delete(scratch);
    try (KeycloakTrainee trainee = new KeycloakTrainee(scratch, program)) {
      trainee.start();
    }
    program.keep(scratch.resolve("data/keycloak/data/h2"));
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

  @Override
  protected ProcessBuilder command() {
    program.prepare();
    try {
      adoptRealm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ProcessBuilder start = program.start(data(), port(), program.classesOfTraining());
    start.command().add("--import-realm");
    start.environment().putAll(administrator.asEnvironment());
    return start;
  }

  private void adoptRealm() throws IOException {
    if (Files.exists(realmInUse()) && Files.readString(realmInUse()).equals(realm)) {
      return;
    }
    isNew = true;
    Files.deleteIfExists(realmInUse());
    Path database = data().resolve("data/h2");
    Folders.delete(database);
    isTrainees = program.isTrained();
    if (isTrainees) {
      Folders.copy(program.emptyDatabase(), database);
    }
    Secret.write(data().resolve("data/import/aftercare-realm.json"), realm);
  }

  /** Written only after the import has gone well; a start that was broken off begins anew. */
  private Path realmInUse() {
    return data().resolve("realm-in-use.json");
  }

  @Override
  protected void settle() {
    if (!isNew) {
      return;
    }
    if (isTrainees) {
      KeycloakTrainee.ADMINISTRATOR.changePassword(url(), administrator.password());
    }
    try {
      Secret.write(realmInUse(), realm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    isNew = false;
  }

  @Override
  protected boolean answers() {
    return Web.isOk(issuer() + "/.well-known/openid-configuration");
  }
}

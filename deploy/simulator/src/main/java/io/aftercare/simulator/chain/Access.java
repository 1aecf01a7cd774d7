package io.aftercare.simulator.chain;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the running house is and who may enter it, as the launcher wrote it down.
 *
 * @param clockOffset how far the house's clock is ahead of the machine's
 * @param urls base address per part: the services, {@code console} and {@code keycloak}
 * @param kafka bootstrap servers
 * @param clients secret per confidential client, such as {@code till-boston-1} and {@code seeder}
 * @param users people who can log in, by user name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Access(
    @Nullable Duration clockOffset,
    Map<String, URI> urls,
    @Nullable String kafka,
    Map<String, String> clients,
    @Nullable Map<String, User> users) {

  /** Somebody who can log in. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record User(String password, @Nullable List<String> roles) {}

  /**
   * Reads the launcher's file.
   *
   * @throws CannotGoOn when it is missing or not what the launcher writes
   */
  public static Access read(Path file) {
    try {
      Access access = Json.MAPPER.readValue(Files.readString(file), Access.class);
      Objects.requireNonNull(access.urls, "urls");
      Objects.requireNonNull(access.clients, "clients");
      return access;
    } catch (NoSuchFileException e) {
      throw new CannotGoOn(
          "the house is not running (no " + file + "): run ./aftercare up first", e);
    } catch (JsonMappingException e) {
      throw new CannotGoOn(
          file + " is not what ./aftercare up writes, at " + e.getPathReference(), e);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new CannotGoOn(
          file + " is not what ./aftercare up writes: run ./aftercare up again", e);
    } catch (IOException e) {
      throw new CannotGoOn(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Base address of a part, without a slash at its end. */
  public String url(String part) {
    URI url = urls.get(part);
    if (url == null) {
      throw new CannotGoOn("the house has no address for " + part + ": run ./aftercare up again");
    }
    return url.toString().replaceFirst("/+$", "");
  }

  String secret(String client) {
    String secret = clients.get(client);
    if (secret == null) {
      throw new CannotGoOn("the house knows no client " + client);
    }
    return secret;
  }

  Optional<User> user(String name) {
    return users == null ? Optional.empty() : Optional.ofNullable(users.get(name));
  }

  /** The clock that the house goes by. */
  public Clock clock() {
    return clockOffset == null ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), clockOffset);
  }
}

package io.aftercare.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a running house is and who may enter it, as scripts read it.
 *
 * @param clockOffset ISO-8601 duration by which the services' clock is ahead of the machine's
 * @param urls base address by service, and of {@code keycloak}
 * @param kafka bootstrap servers
 * @param postgres the database server
 * @param clients secrets of the confidential clients
 * @param users the people who can log in, by user name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Access(
    String clockOffset,
    Map<String, String> urls,
    String kafka,
    Server postgres,
    Map<String, String> clients,
    Map<String, Person> users) {

  /** The database server; each service has the database of its name there. */
  public record Server(String host, int port, String username, String password) {}

  /** How a person logs in, and what he may do; of which store, where that matters. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Person(String password, List<String> roles, @Nullable String store) {}

  /** As it stands in the file. */
  public String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

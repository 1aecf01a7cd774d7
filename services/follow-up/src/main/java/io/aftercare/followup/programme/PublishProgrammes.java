package io.aftercare.followup.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Publishes the programmes that a new installation, or a new release, brings along; what is
 * published stays as it is.
 */
@ApplicationScoped
public class PublishProgrammes {

  private static final Logger LOG = Logger.getLogger(PublishProgrammes.class);
  private static final String SEED = "/programmes.json";

  private final ShelveProgrammes shelves;
  private final ObjectMapper json;
  private final Clock clock;

  PublishProgrammes(ShelveProgrammes shelves, ObjectMapper json, Clock clock) {
    this.shelves = shelves;
    this.json = json;
    this.clock = clock;
  }

  /** Before the first event is consumed and the first request is served. */
  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
      throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> publish(seed()));
  }

  /**
   * Publishes those that are not, and puts all on the shelf. Two instances that start together
   * publish one after the other.
   *
   * @param brought versions that must be published
   */
  public Uni<Void> publish(List<Programme> brought) {
    return shelves.change(
        session -> all(session).chain(editions -> add(session, editions, brought)));
  }

  private Uni<Void> add(Mutiny.Session session, List<Edition> published, List<Programme> brought) {
    Set<String> known = published.stream().map(Edition::id).collect(Collectors.toSet());
    List<Edition> fresh =
        brought.stream()
            .filter(programme -> !known.contains(Edition.id(programme.key(), programme.version())))
            .map(this::edition)
            .toList();
    fresh.forEach(
        edition ->
            LOG.infof(
                "Programme published, programme=%s version=%d", edition.key(), edition.version()));
    return session.persistAll(fresh.toArray());
  }

  private static Uni<List<Edition>> all(Mutiny.Session session) {
    return session.createQuery("from Edition", Edition.class).getResultList();
  }

  private Edition edition(Programme programme) {
    try {
      String definition = json.writeValueAsString(programme);
      return Edition.published(programme.key(), programme.version(), definition, clock.instant());
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(
          "Programme %s cannot be written".formatted(programme.key()), unwritable);
    }
  }

  private List<Programme> seed() {
    try (var seed = PublishProgrammes.class.getResourceAsStream(SEED)) {
      return json.readValue(seed, new TypeReference<List<Programme>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

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
import java.util.ArrayList;
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

  private final Mutiny.SessionFactory sessions;
  private final Programmes programmes;
  private final ObjectMapper json;
  private final Clock clock;

  PublishProgrammes(
      Mutiny.SessionFactory sessions, Programmes programmes, ObjectMapper json, Clock clock) {
    this.sessions = sessions;
    this.programmes = programmes;
    this.json = json;
    this.clock = clock;
  }

  /** Before the first event is consumed and the first request is served. */
  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
      throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> publish(seed()));
  }

  /**
   * Publishes those that are not, and puts all on the shelf.
   *
   * @param brought versions that must be published
   */
  public Uni<Void> publish(List<Programme> brought) {
    return sessions
        .withTransaction(
            session -> {
              // Two instances that start together publish one after the other.
              return session
                  .createNativeQuery("lock table programme in share row exclusive mode")
                  .executeUpdate()
                  .chain(() -> all(session))
                  .chain(editions -> add(session, editions, brought));
            })
        .invoke(programmes::replace)
        .replaceWithVoid();
  }

  private Uni<List<Edition>> add(
      Mutiny.Session session, List<Edition> published, List<Programme> brought) {
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
    List<Edition> all = new ArrayList<>(published);
    all.addAll(fresh);
    return session.persistAll(fresh.toArray()).replaceWith(all);
  }

  private static Uni<List<Edition>> all(Mutiny.Session session) {
    return session.createQuery("from Edition", Edition.class).getResultList();
  }

  private Edition edition(Programme programme) {
    try {
      String definition = json.writeValueAsString(programme);
      return new Edition(programme.key(), programme.version(), definition, clock.instant());
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

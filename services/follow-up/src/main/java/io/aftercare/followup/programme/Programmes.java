package io.aftercare.followup.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All published programmes, held in memory: they are few, change rarely, and are asked for with
 * every sale and claim.
 */
@ApplicationScoped
public class Programmes {

  private final ObjectMapper json;
  private volatile Shelf shelf = new Shelf(List.of(), Map.of(), new DeservedContacts(List.of()));

  Programmes(ObjectMapper json) {
    this.json = json;
  }

  /** A programme with the time of its publication. */
  record Published(Programme programme, Instant at) {}

  private record Shelf(
      List<Published> inForce, Map<String, Programme> byEdition, DeservedContacts contacts) {}

  /** What sales deserve by the programmes in force. */
  public DeservedContacts contacts() {
    return shelf.contacts();
  }

  /** This version of a programme, in force or not; absent when it was never published. */
  public @Nullable Programme find(String key, int version) {
    return shelf.byEdition().get(Edition.id(key, version));
  }

  /** The newest published version of each programme. */
  List<Published> inForce() {
    return shelf.inForce();
  }

  void replace(List<Edition> editions) {
    Map<String, Programme> byEdition =
        editions.stream().collect(Collectors.toUnmodifiableMap(Edition::id, this::read));
    List<Published> inForce =
        editions.stream()
            .filter(Edition::published)
            .collect(
                Collectors.toMap(
                    Edition::key, Function.identity(), (a, b) -> a.version() > b.version() ? a : b))
            .values()
            .stream()
            .sorted(Comparator.comparing(Edition::key))
            .map(edition -> new Published(byEdition.get(edition.id()), edition.publishedAt()))
            .toList();
    shelf =
        new Shelf(
            inForce,
            byEdition,
            new DeservedContacts(inForce.stream().map(Published::programme).toList()));
  }

  private Programme read(Edition edition) {
    try {
      return json.readValue(edition.definition(), Programme.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "Programme %s cannot be read".formatted(edition.id()), unreadable);
    }
  }
}

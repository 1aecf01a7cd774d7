package io.aftercare.followup.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private volatile Shelf shelf =
      new Shelf(0, List.of(), Map.of(), Map.of(), new DeservedContacts(List.of()));

  Programmes(ObjectMapper json) {
    this.json = json;
  }

  /** A programme with the time of its publication. */
  record Published(Programme programme, Instant at) {}

  private record Shelf(
      long version,
      List<Published> inForce,
      Map<String, Programme> byEdition,
      Map<String, Instant> paused,
      DeservedContacts contacts) {}

  /** What sales deserve by the programmes in force. */
  public DeservedContacts contacts() {
    return shelf.contacts();
  }

  /**
   * What sales deserve by the programmes in force, but by these versions where calls were made by
   * them.
   */
  public DeservedContacts contacts(Map<String, Integer> versions) {
    Shelf now = shelf;
    Map<String, Programme> programmes = new TreeMap<>();
    now.inForce().forEach(each -> programmes.put(each.programme().key(), each.programme()));
    boolean other = false;
    for (Map.Entry<String, Integer> version : versions.entrySet()) {
      Programme known = now.byEdition().get(Edition.id(version.getKey(), version.getValue()));
      other |= known != null && !known.equals(programmes.put(version.getKey(), known));
    }
    return other ? new DeservedContacts(List.copyOf(programmes.values())) : now.contacts();
  }

  /** It rests: its calls are kept, and cannot be claimed. */
  public boolean paused(String key) {
    return shelf.paused().containsKey(key);
  }

  /** The programmes that rest, and since when. */
  public Map<String, Instant> paused() {
    return shelf.paused();
  }

  /** The programmes in force. */
  public List<Programme> published() {
    return shelf.inForce().stream().map(Published::programme).toList();
  }

  /** The names of all programmes that ever were in force. */
  public Set<String> keys() {
    return shelf.byEdition().values().stream().map(Programme::key).collect(Collectors.toSet());
  }

  long shelfVersion() {
    return shelf.version();
  }

  /** This version of a programme, in force or not; absent when it was never published. */
  public @Nullable Programme find(String key, int version) {
    return shelf.byEdition().get(Edition.id(key, version));
  }

  /** The newest published version of a programme; absent where none is in force. */
  public @Nullable Programme inForce(String key) {
    return shelf.inForce().stream()
        .map(Published::programme)
        .filter(programme -> programme.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** The newest published version of each programme. */
  List<Published> inForce() {
    return shelf.inForce();
  }

  void replace(long version, List<Edition> editions, List<Pause> pauses) {
    Map<String, Programme> byEdition =
        editions.stream()
            .filter(edition -> !edition.state().equals(Edition.DRAFT))
            .collect(Collectors.toUnmodifiableMap(Edition::id, this::read));
    List<Published> inForce =
        editions.stream()
            .filter(edition -> edition.state().equals(Edition.PUBLISHED))
            .collect(
                Collectors.toMap(
                    Edition::key, Function.identity(), (a, b) -> a.version() > b.version() ? a : b))
            .values()
            .stream()
            .sorted(Comparator.comparing(Edition::key))
            .map(edition -> new Published(byEdition.get(edition.id()), since(edition)))
            .toList();
    shelf =
        new Shelf(
            version,
            inForce,
            byEdition,
            pauses.stream().collect(Collectors.toUnmodifiableMap(Pause::key, Pause::pausedAt)),
            new DeservedContacts(inForce.stream().map(Published::programme).toList()));
  }

  private static Instant since(Edition edition) {
    Instant at = edition.publishedAt();
    if (at == null) {
      throw new IllegalStateException("Published, but nobody knows when: " + edition.id());
    }
    return at;
  }

  /** What an edition says. */
  public Programme read(Edition edition) {
    try {
      return json.readValue(edition.definition(), Programme.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "Programme %s cannot be read".formatted(edition.id()), unreadable);
    }
  }
}

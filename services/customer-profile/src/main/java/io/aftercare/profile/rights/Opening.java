package io.aftercare.profile.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Unopened;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens what of a row is sealed. What does not open with the person's own safe is no word of
 * theirs: marks by which values are found, and the key itself.
 */
final class Opening {

  /** How PostgreSQL writes bytes in JSON. */
  private static final String BYTES = "\\x";

  private static final Set<String> OF_THE_HOUSE = Set.of("data_key", "customer_id");

  private final Map<UUID, Safe> safes;

  Opening(Map<UUID, Safe> safes) {
    this.safes = safes;
  }

  /** All that can be read of a row, by column. */
  Map<String, Object> open(PersonalRows.Of row) {
    Map<String, Object> open = new LinkedHashMap<>();
    row.columns()
        .getMap()
        .forEach(
            (column, kept) -> {
              Object value = value(row, column, kept);
              if (value != null && !OF_THE_HOUSE.contains(column)) {
                open.put(column, value);
              }
            });
    return open;
  }

  private @Nullable Object value(PersonalRows.Of row, String column, @Nullable Object value) {
    return value instanceof String text && text.startsWith(BYTES)
        ? unseal(row, column, HexFormat.of().parseHex(text.substring(BYTES.length()))).orElse(null)
        : value;
  }

  private Optional<JsonNode> unseal(PersonalRows.Of row, String column, byte[] sealed) {
    Safe safe = safes.get(row.owner());
    return safe == null
        ? Optional.empty()
        : rowIds(row).stream()
            .map(id -> new Place(row.table(), column, id))
            .flatMap(place -> opened(safe, place, sealed).stream())
            .findFirst();
  }

  private static Optional<JsonNode> opened(Safe safe, Place place, byte[] sealed) {
    try {
      return Optional.of(safe.open(place, sealed, JsonNode.class));
    } catch (Unopened notOfThisPlace) {
      return Optional.empty();
    }
  }

  /** A row is known by its own id, or by the customer's where there is one each. */
  private static List<UUID> rowIds(PersonalRows.Of row) {
    String id = row.columns().getString("id");
    return Stream.of(Optional.ofNullable(id).map(UUID::fromString), Optional.of(row.owner()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}

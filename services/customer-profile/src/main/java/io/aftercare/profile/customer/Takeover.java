package io.aftercare.profile.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer took over from another who is the same person; kept so that it can be given back.
 * It goes by the fields there are, so that whatever a file comes to hold is taken over too.
 *
 * @param before what the survivor said before
 * @param of what the other one said
 * @param consents answers that the survivor got from the other
 * @param lastConsent the survivor's last answer by then, its number
 * @param refusal the other one's word not to be called became the survivor's
 */
record Takeover(
    Contents before, Contents of, List<UUID> consents, int lastConsent, boolean refusal) {

  /** What a file says of a customer, opened. */
  record Contents(
      Particulars particulars,
      Health health,
      @Nullable Caution caution,
      @Nullable Difficulty difficulty) {

    static Contents of(CustomerFile file, Vault vault) {
      Safe safe = file.customer().safe(vault);
      return new Contents(
          file.open(vault).particulars(),
          file.customer().health(safe),
          file.customer().caution(safe),
          file.customer().difficulty(safe));
    }
  }

  /** By which an element of a list is known again; else all of it must be equal. */
  private static final List<String> IDENTITIES = List.of("number", "phone", "atc");

  /** Both: what the survivor says goes first, and what it does not say is the other's. */
  static Contents join(Contents survivor, Contents other) {
    ObjectNode joined = Safe.unfold(survivor);
    join(joined, Safe.unfold(other));
    return Safe.fold(joined, Contents.class);
  }

  private static void join(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            field -> {
              JsonNode mine = into.path(field.getKey());
              JsonNode theirs = field.getValue();
              if (isNothing(mine)) {
                into.set(field.getKey(), theirs);
              } else if (mine instanceof ArrayNode list && theirs instanceof ArrayNode others) {
                Set<String> known = identities(list);
                others.forEach(
                    element -> {
                      if (known.add(identity(element))) {
                        list.add(element);
                      }
                    });
              } else if (mine instanceof ObjectNode part && theirs instanceof ObjectNode other) {
                join(part, other);
              }
            });
  }

  /** What the survivor says now, without what came from the other and still stands as it came. */
  Contents without(Contents now) {
    ObjectNode separated = Safe.unfold(now);
    separate(separated, Safe.unfold(before), Safe.unfold(of));
    return Safe.fold(separated, Contents.class);
  }

  private static void separate(ObjectNode now, JsonNode before, JsonNode of) {
    for (String field : List.copyOf(now.properties().stream().map(e -> e.getKey()).toList())) {
      JsonNode value = now.get(field);
      JsonNode had = before.path(field);
      JsonNode came = of.path(field);
      if (value instanceof ArrayNode list) {
        Set<String> foreign = identities(came);
        foreign.removeAll(identities(had));
        ArrayNode own = list.arrayNode();
        list.forEach(
            element -> {
              if (!foreign.contains(identity(element))) {
                own.add(element);
              }
            });
        now.set(field, own);
      } else if (isNothing(had) && value.equals(came)) {
        now.putNull(field);
      } else if (value instanceof ObjectNode part) {
        separate(part, had, came);
      }
    }
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static Set<String> identities(JsonNode list) {
    Set<String> identities = new HashSet<>();
    list.forEach(element -> identities.add(identity(element)));
    return identities;
  }

  private static String identity(JsonNode element) {
    return IDENTITIES.stream()
        .flatMap(field -> Stream.of(element.path(field)))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElseGet(element::toString);
  }
}

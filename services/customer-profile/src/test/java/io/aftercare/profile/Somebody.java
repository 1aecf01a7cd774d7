package io.aftercare.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A person who leaves their particulars, said the way one would describe them. */
final class Somebody {

  private static final AtomicInteger NUMBERS =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000));

  private final UUID id = UUID.randomUUID();
  private final Map<String, Object> said = new LinkedHashMap<>();
  private final List<Map<String, Object>> phones = new ArrayList<>();
  private final List<Map<String, Object>> caregivers = new ArrayList<>();
  private final List<Map<String, Object>> consents = new ArrayList<>();

  private Somebody() {
    said.put("id", id.toString());
    said.put("country", "US");
    said.put("givenName", "Ada");
    said.put("familyName", "Okafor");
    said.put("languages", List.of("ig", "en"));
    said.put("zone", "America/New_York");
    said.put("phones", phones);
    said.put("caregivers", caregivers);
    said.put("consents", consents);
  }

  /** Somebody nobody has seen yet. */
  static Somebody isNew() {
    return new Somebody();
  }

  /** A number that nobody else in the tests has. */
  static String freshNumber() {
    int number = NUMBERS.getAndIncrement() % 1_000_000 * 7 + 2_000_000;
    return "+1617" + number;
  }

  Somebody with(String field, Object value) {
    said.put(field, value);
    return this;
  }

  Somebody without(String field) {
    said.remove(field);
    return this;
  }

  Somebody withPhone(String number) {
    phones.add(Map.of("number", number, "type", "mobile"));
    return this;
  }

  Somebody withPhone(String number, String type, Map<String, String> days) {
    var phone = new LinkedHashMap<String, Object>(Map.of("number", number, "type", type));
    phone.putAll(days);
    phones.add(phone);
    return this;
  }

  Somebody withCaregiver(String name, String phone, Map<String, String> days) {
    var caregiver = new LinkedHashMap<String, Object>(days);
    caregiver.putAll(
        Map.of("name", name, "relation", "daughter", "phone", phone, "disclose", "everything"));
    caregivers.add(caregiver);
    return this;
  }

  Somebody withAddress(String use, String street) {
    return with(
        "addresses",
        List.of(
            Map.of(
                "use", use,
                "lines", List.of(street),
                "city", "Boston",
                "region", "MA",
                "postalCode", "02108",
                "country", "US")));
  }

  Somebody withCaregiver(String name, String relation, String phone, String disclose) {
    caregivers.add(
        Map.of("name", name, "relation", relation, "phone", phone, "disclose", disclose));
    return this;
  }

  Somebody who(String state, String purpose, String channel) {
    consents.add(
        Map.of(
            "purpose", purpose,
            "channel", channel,
            "state", state,
            "wording", "v1",
            "at", "2026-01-15T10:00:00-05:00"));
    return this;
  }

  UUID id() {
    return id;
  }

  Map<String, Object> particulars() {
    return said;
  }

  /** What a correction sends: everything but the answers. */
  Map<String, Object> correction() {
    var correction = new LinkedHashMap<>(said);
    correction.remove("consents");
    return correction;
  }

  /** The same for whoever is named by the address. */
  Map<String, Object> correctionOfAnybody() {
    var correction = correction();
    correction.remove("id");
    return correction;
  }

  @Override
  public String toString() {
    return said.toString();
  }
}

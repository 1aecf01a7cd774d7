package io.aftercare.sales;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class StoreIT {

  private final Keeper keeper = Keeper.cora();

  private static Map<String, Object> store() {
    Map<String, Object> store = new HashMap<>();
    store.put("id", "hours-1");
    store.put("name", "Corner");
    store.put("zone", "Asia/Bangkok");
    store.put("country", "TH");
    store.put("currency", "THB");
    return store;
  }

  private static Map<String, Object> with(String field, Object value) {
    Map<String, Object> store = store();
    store.put(field, value);
    return store;
  }

  private static Map<String, String> hours(String opens, String closes) {
    return Map.of("opens", opens, "closes", closes);
  }

  @Test
  void a_store_says_where_it_is_when_it_is_open_and_what_it_prints() {
    Map<String, Object> store = with("address", Map.of("street", "9 Soi Ari", "city", "Bangkok"));
    store.put(
        "openingHours",
        Map.of(
            "monday", List.of(hours("08:00", "12:00"), hours("13:00", "24:00")),
            "tuesday", List.of(hours("00:00", "02:00"))));
    store.put(
        "openingExceptions",
        List.of(Map.of("date", "2026-04-13", "hours", List.of(), "note", "Songkran")));
    store.put("languages", List.of("th", "en"));
    store.put("receipt", Map.of("header", "Corner\nsince 1990"));
    store.put("callingRegion", "bangkok");

    keeper.puts("/stores/hours-1", store).statusCode(org.hamcrest.Matchers.lessThan(300));

    keeper
        .reads("/stores/hours-1")
        .statusCode(200)
        .body("address.city", equalTo("Bangkok"))
        .body("openingHours.monday.closes", contains("12:00", "24:00"))
        .body("openingHours.sunday", nullValue())
        .body("openingExceptions[0].date", equalTo("2026-04-13"))
        .body("openingExceptions[0].hours.size()", equalTo(0))
        .body("languages", contains("th", "en"))
        .body("receipt.header", equalTo("Corner\nsince 1990"))
        .body("receipt.showPrices", equalTo(true))
        .body("callingRegion", equalTo("bangkok"));
  }

  @Test
  void a_store_of_the_first_fields_alone_is_still_one() {
    keeper.puts("/stores/hours-1", store()).statusCode(org.hamcrest.Matchers.lessThan(300));
    keeper
        .reads("/stores/hours-1")
        .body("address", nullValue())
        .body("zone", equalTo("Asia/Bangkok"));
  }

  static List<Arguments> spoiled() {
    return List.of(
        Arguments.of("zone", "a time zone, such as", with("zone", "Asia/Atlantis")),
        Arguments.of("zone", "of a place", with("zone", "+07:00")),
        Arguments.of(
            "openingHours.monday[0].closes",
            "later than it opens",
            with("openingHours", Map.of("monday", List.of(hours("20:00", "04:00"))))),
        Arguments.of(
            "openingHours.friday[1].opens",
            "not be earlier",
            with(
                "openingHours",
                Map.of("friday", List.of(hours("09:00", "14:00"), hours("13:00", "20:00"))))),
        Arguments.of(
            "openingHours.friday[0].opens",
            "such as 09:00",
            with("openingHours", Map.of("friday", List.of(hours("9:00", "14:00"))))),
        Arguments.of(
            "openingHours.friday[0].closes",
            "at most 24:00",
            with("openingHours", Map.of("friday", List.of(hours("09:00", "24:30"))))),
        Arguments.of(
            "openingHours.someday",
            "is not a known field",
            with("openingHours", Map.of("someday", List.of()))),
        Arguments.of(
            "openingExceptions[1].date",
            "stands twice",
            with(
                "openingExceptions",
                List.of(
                    Map.of("date", "2026-12-25", "hours", List.of()),
                    Map.of("date", "2026-12-25", "hours", List.of(hours("09:00", "10:00")))))),
        Arguments.of("address.street", "must not be", with("address", Map.of("city", "Bangkok"))),
        Arguments.of("receipt.footer", "control", with("receipt", Map.of("footer", "a\u0007"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spoiled")
  void a_spoiled_store_is_refused_and_its_field_is_named(
      String field, String message, Map<String, Object> store) {
    keeper
        .puts("/stores/hours-1", store)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.find { it.field == '" + field + "' }.message", containsString(message));
  }
}

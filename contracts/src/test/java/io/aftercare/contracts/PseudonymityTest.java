package io.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contracts.Contracts.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No event has a place for what names a person or for words that people type. */
class PseudonymityTest {

  private static final Set<String> NAMING =
      Set.of(
          "name",
          "names",
          "given",
          "family",
          "surname",
          "nickname",
          "preferred",
          "initials",
          "phone",
          "phones",
          "mobile",
          "telephone",
          "tel",
          "msisdn",
          "callee",
          "fax",
          "email",
          "mail",
          "wechat",
          "address",
          "street",
          "city",
          "town",
          "postcode",
          "postal",
          "zip",
          "latitude",
          "longitude",
          "birthdate",
          "birthday",
          "date",
          "ssn",
          "passport",
          "insurance",
          "photo",
          "picture",
          "note",
          "notes",
          "text",
          "comment",
          "comments",
          "remark",
          "remarks",
          "message",
          "wording",
          "words",
          "free",
          "details",
          "allergies",
          "conditions");

  /**
   * A product is no person, a key holds no words, the day of an offer is no day of birth, and a
   * preferred channel is no preferred name.
   */
  private static final Set<String> ALLOWED =
      Set.of("productName", "messageKey", "onDate", "preferredChannel");

  @ParameterizedTest
  @EnumSource(Payload.class)
  void noFieldCouldNameAPerson(Payload payload) {
    assertThat(fields(payload.schema())).isNotEmpty().noneMatch(PseudonymityTest::names);
  }

  @ParameterizedTest
  @CsvSource({
    "name, true",
    "customerName, true",
    "givenName, true",
    "phone, true",
    "homePhones, true",
    "deliveryAddress, true",
    "note, true",
    "freeText, true",
    "email, true",
    "birthDate, true",
    "productName, false",
    "birthMonth, false",
    "customerId, false",
    "programme, false"
  })
  void theRuleKnows(String field, boolean names) {
    assertThat(names(field)).isEqualTo(names);
  }

  @Test
  void itLooksIntoLinesToo() {
    assertThat(fields(Payload.SALE.schema())).contains("saleId", "productName");
  }

  private static boolean names(String field) {
    return !ALLOWED.contains(field)
        && List.of(field.split("(?=[A-Z])|[-_]")).stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .anyMatch(NAMING::contains);
  }

  private static List<String> fields(JsonNode schema) {
    List<String> fields = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              fields.add(property.getKey());
              fields.addAll(fields(property.getValue()));
              fields.addAll(fields(property.getValue().path("items")));
            });
    return fields;
  }
}

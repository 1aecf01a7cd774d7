package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One person is known twice: found, looked at side by side, or said to be two. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class DuplicatesIT {
  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");
  private static final Counter MANAGER = Counter.ofChain("care", "care-manager");

  @Inject AgroalDataSource database;

  @Test
  void a_shared_phone_and_a_name_in_another_script_make_a_candidate_and_a_family_does_not()
      throws Exception {
    String phone = Somebody.freshNumber();
    UUID latin = BOSTON.knows(named("Xiaoming", "Wang").withPhone(phone));
    UUID han = SALEM.knows(named("小明", "王").withPhone(phone));
    UUID wife = BOSTON.knows(named("Jing", "Wang").withPhone(phone));

    JsonPath found = candidatesOf(latin);

    assertThat(idsOf(found, latin)).containsExactly(han.toString());
    assertThat(found.getList("items[0].reasons")).contains("same-phone", "same-name");
    assertThat(new Ledger(database).readsOf(han))
        .extracting(Ledger.Read::what)
        .contains("GET /customers/{id}/duplicates");
    assertThat(idsOf(candidatesOf(wife), wife)).isEmpty();
  }

  @Test
  void a_nickname_and_a_birth_date_in_one_store_make_a_candidate_of_the_whole_chain() {
    UUID robert = BOSTON.knows(born("1951-04-03", "Robert", "Ziegelmann"));
    UUID bob = BOSTON.knows(born("1951-04-03", "Bob", "Ziegelman"));

    assertThat(idsOf(candidatesOf(robert), robert)).contains(bob.toString());
    assertThat(pairsOfTheChain())
        .anyMatch(pair -> pair.contains(robert.toString()) && pair.contains(bob.toString()));
    MANAGER.request().get("/duplicates?minScore=101").then().statusCode(400);
  }

  @Test
  void who_was_said_to_be_two_is_not_asked_about_again() {
    String phone = Somebody.freshNumber();
    UUID one = BOSTON.knows(named("Ada", "Okafor").withPhone(phone));
    UUID other = BOSTON.knows(named("Ada", "Okafor").withPhone(phone));
    assertThat(idsOf(candidatesOf(one), one)).containsExactly(other.toString());

    for (int twice = 0; twice < 2; twice++) {
      MANAGER.request().put("/duplicates/{id}/{other}/denied", other, one).then().statusCode(204);
    }

    assertThat(idsOf(candidatesOf(one), one)).isEmpty();
    assertThat(idsOf(candidatesOf(other), other)).isEmpty();
    MANAGER.request().put("/duplicates/{id}/{other}/denied", one, one).then().statusCode(400);
    MANAGER
        .request()
        .put("/duplicates/{id}/{other}/denied", one, UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void side_by_side_both_files_are_shown_with_what_differs() {
    UUID one = BOSTON.knows(named("Ada", "Okafor"));
    UUID other = SALEM.knows(named("Ida", "Okafor").with("birthDate", "1950-03-12"));

    MANAGER
        .request()
        .get("/duplicates/{id}/{other}", one, other)
        .then()
        .statusCode(200)
        .body("one.givenName", equalTo("Ada"))
        .body("other.givenName", equalTo("Ida"))
        .body("differing", contains("givenName", "birthDate"));
    MANAGER
        .request()
        .get("/duplicates/{id}/{other}", one, UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  private static Somebody named(String given, String family) {
    return Somebody.isNew().with("givenName", given).with("familyName", family);
  }

  private static Somebody born(String day, String given, String family) {
    return named(given, family).with("birthDate", day);
  }

  private static JsonPath candidatesOf(UUID customer) {
    return MANAGER
        .request()
        .get("/customers/{id}/duplicates", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> idsOf(JsonPath found, UUID customer) {
    List<String> ids = new ArrayList<>(found.getList("items.one.id"));
    ids.addAll(found.getList("items.other.id"));
    ids.removeIf(customer.toString()::equals);
    return ids;
  }

  private static List<List<String>> pairsOfTheChain() {
    List<List<String>> pairs = new ArrayList<>();
    String cursor = null;
    do {
      var request = MANAGER.request();
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get("/duplicates").then().statusCode(200).extract().jsonPath();
      for (int i = 0; i < page.getList("items").size(); i++) {
        pairs.add(
            List.of(
                page.getString("items[" + i + "].one.id"),
                page.getString("items[" + i + "].other.id")));
      }
      cursor = page.getString("next");
    } while (cursor != null);
    return pairs;
  }
}

package io.aftercare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BatchIT {

  private static final Counter BOSTON = Counter.of("boston-1");
  private static final Counter SALEM = Counter.of("salem-1");

  @Test
  void a_batch_stores_the_good_although_others_are_bad() {
    var good = Somebody.isNew().withPhone("617 555 0101");
    var known = Somebody.isNew();
    BOSTON.knows(known);
    var other = Somebody.isNew();
    BOSTON.knows(other);
    var taken = Somebody.isNew();
    SALEM.knows(taken);

    Response answer =
        BOSTON.registersAll(
            List.of(
                good.particulars(),
                Somebody.isNew().with("phones", List.of(Map.of("number", "5"))).particulars(),
                known.particulars(),
                other.with("givenName", "Ida").particulars(),
                Somebody.isNew().with("nickname", "A").particulars(),
                taken.particulars(),
                "not a customer",
                good.particulars()));

    answer
        .then()
        .statusCode(200)
        .body("results.index", contains(0, 1, 2, 3, 4, 5, 6, 7))
        .body(
            "results.status",
            contains(
                "created",
                "refused",
                "repeated",
                "refused",
                "refused",
                "refused",
                "refused",
                "repeated"))
        .body("results[0].id", equalTo(good.id().toString()))
        .body("results[0].problem", nullValue())
        .body("results[1].problem.violations[0].field", equalTo("phones[0].number"))
        .body("results[3].problem.status", equalTo(409))
        .body("results[3].problem.fields", contains("givenName"))
        .body("results[4].problem.violations[0].field", equalTo("nickname"))
        .body("results[5].problem.type", equalTo("urn:aftercare:problem:customer-id-taken"));
    assertThat(BOSTON.reads(good.id()).getString("phones[0].number")).isEqualTo("+16175550101");
  }

  @Test
  void within_a_batch_a_second_content_under_one_id_is_refused() {
    var ada = Somebody.isNew();
    var said = Map.copyOf(ada.particulars());

    BOSTON
        .registersAll(List.of(said, ada.with("givenName", "Ida").particulars()))
        .then()
        .body("results.status", contains("created", "refused"))
        .body("results[1].problem.fields", contains("givenName"));
  }

  @Test
  void five_hundred_fit_in_a_batch_and_one_more_does_not() {
    List<Map<String, Object>> many =
        IntStream.range(0, 500)
            .mapToObj(i -> Somebody.isNew().withPhone(Somebody.freshNumber()).particulars())
            .toList();

    assertThat(
            BOSTON
                .registersAll(many)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("results.status"))
        .hasSize(500)
        .containsOnly("created");
    BOSTON
        .registersAll(Stream.concat(many.stream(), many.stream().limit(1)).toList())
        .then()
        .statusCode(400)
        .body("violations[0].field", containsString("customers"));
    BOSTON.registersAll(List.of()).then().statusCode(400);
  }
}

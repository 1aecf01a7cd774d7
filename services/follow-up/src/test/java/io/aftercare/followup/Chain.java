package io.aftercare.followup;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercare.contracts.CareOfferEvent;
import io.aftercare.contracts.CustomerEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.ServiceRequestEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The rest of the chain: what the other services tell on their topics, and what is told in return.
 */
final class Chain implements AutoCloseable {

  private final EventProbe sales = EventProbe.on(Topics.SALES);
  private final EventProbe customers = EventProbe.on(Topics.CUSTOMERS);
  final EventProbe followUps = EventProbe.on(Topics.FOLLOW_UPS);

  /** An empty desk on an ordinary morning. */
  static void freshMorning() {
    AdjustableClock.boston(AdjustableClock.TUESDAY);
    sql(
        "truncate message, permit, attempt, call, known_event, known_sale, known_customer, access_log, agent_profile,"
            + " agent_period, incident, number_request cascade");
  }

  void tells(SaleEvent sale) {
    tells(sale, null);
  }

  void tells(SaleEvent sale, String traceparent) {
    String type =
        switch (sale.status()) {
          case "returned" -> EventTypes.SALE_RETURNED;
          case "voided" -> EventTypes.SALE_VOIDED;
          default -> EventTypes.SALE_COMPLETED;
        };
    sales.send(type, sale.saleId(), sale.version(), sale, traceparent);
  }

  void tells(ServiceRequestEvent request) {
    String type =
        request.version() == 1
            ? EventTypes.SERVICE_REQUEST_OPENED
            : EventTypes.SERVICE_REQUEST_CHANGED;
    sales.send(type, request.requestId(), request.version(), request);
  }

  void tells(CustomerEvent customer) {
    customers.send(
        EventTypes.CUSTOMER_CHANGED, customer.customerId(), customer.version(), customer);
  }

  /** Tells of a customer who belongs to segments. */
  void tellsSegments(CustomerEvent customer, List<String> segments) {
    var data = new ObjectMapper().registerModule(new JavaTimeModule());
    data.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    ObjectNode told = data.valueToTree(customer);
    segments.forEach(told.putArray("segments")::add);
    customers.send(EventTypes.CUSTOMER_CHANGED, customer.customerId(), customer.version(), told);
  }

  /** Tells of a sale and gives its planned calls, of which there must be so many. */
  List<JsonPath> sells(SaleEvent sale, int calls) {
    tells(sale);
    return callsOf(sale, calls);
  }

  /** The calls of a sale, waited for. */
  List<JsonPath> callsOf(SaleEvent sale, int calls) {
    return Awaitility.await("%d calls of %s".formatted(calls, sale.saleId()))
        .atMost(Duration.ofSeconds(30))
        .until(() -> callsOf(sale), found -> found.size() == calls);
  }

  static List<JsonPath> callsOf(SaleEvent sale) {
    JsonPath page =
        Desk.supervisor().lists("saleId=" + sale.saleId()).statusCode(200).extract().jsonPath();
    return java.util.stream.IntStream.range(0, page.getList("items").size())
        .mapToObj(i -> page.setRootPath("items[" + i + "]"))
        .map(Chain::copy)
        .toList();
  }

  private static JsonPath copy(JsonPath item) {
    return JsonPath.from(
        new io.vertx.core.json.JsonObject(item.<java.util.Map<String, Object>>get()).encode());
  }

  /** Waits until what was told before has been applied: a sale of nobody else's, planned. */
  void settles() {
    SaleEvent last = SaleMother.lastNight().build();
    sells(last, 1);
    sql("delete from call where cause_id = '%s'".formatted(last.saleId()));
  }

  void tells(CareOfferEvent offer) {
    String type = offer.version() == 1 ? EventTypes.CARE_OFFER_MADE : EventTypes.CARE_OFFER_CHANGED;
    customers.send(type, offer.offerId(), offer.version(), offer);
  }

  /**
   * Waits until the offers told before have been applied, where each partition comes to its turn.
   */
  void settlesOffers() {
    List<java.util.UUID> last =
        java.util.stream.Stream.generate(UUID::randomUUID).limit(40).toList();
    last.forEach(
        offer ->
            tells(
                new CareOfferEvent(
                    offer,
                    1,
                    "withdrawn",
                    "birthday",
                    UUID.randomUUID(),
                    null,
                    "birthday",
                    java.time.LocalDate.of(2026, 3, 10),
                    null,
                    null,
                    null)));
    String known =
        last.stream().map(id -> "'" + id + "'").collect(java.util.stream.Collectors.joining(","));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count(
                        "select count(*) from inbox where consumer like 'follow-up-offers %%' and key in (%s)"
                            .formatted(known))
                    == last.size());
  }

  JsonNode awaits(String type, Object call) {
    return followUps.await(type, call);
  }

  /** From now on customer-profile answers so about this customer. */
  static void fileAnswers(UUID customer, String answer) {
    given().body(answer).put(profile() + "/set/" + customer).then().statusCode(204);
  }

  static void fileRefuses(UUID customer, String reason) {
    fileAnswers(customer, "{\"allowed\": false, \"reason\": \"%s\"}".formatted(reason));
  }

  /** What customer-profile was told or asked of this customer. */
  static List<String> fileHeard(UUID customer) {
    return given().get(profile() + "/heard/" + customer).asString().lines().toList();
  }

  private static String profile() {
    return ConfigProvider.getConfig()
        .getValue("quarkus.rest-client.customer-profile.url", String.class);
  }

  static void sql(String statement) {
    try (Connection connection = database().getConnection()) {
      connection.createStatement().execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static long count(String query) {
    try (Connection connection = database().getConnection();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The one value that a query gives; absent where it gives none. */
  static String text(String query) {
    try (Connection connection = database().getConnection();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static AgroalDataSource database() {
    return CDI.current().select(AgroalDataSource.class).get();
  }

  @Override
  public void close() throws InterruptedException {
    sales.close();
    customers.close();
    followUps.close();
  }
}

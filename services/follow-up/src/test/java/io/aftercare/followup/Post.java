package io.aftercare.followup;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Occasion;
import io.aftercare.followup.message.PlanMessages;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.window.MessageWindow;
import io.aftercare.followup.window.Slot;
import io.aftercare.kit.outbox.Outbox;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Messages as a test causes them, and as people and providers get them. */
final class Post {

  private Post() {}

  /** Only this way: nothing is on file for the other. */
  static void onlyBy(UUID customer, String channel) {
    String other = channel.equals("email") ? "sms" : "email";
    fileAnswers(customer, other, "{\"allowed\": false, \"reason\": \"no-address\"}");
  }

  static void fileRefuses(UUID customer, String channel, String reason) {
    fileAnswers(customer, channel, "{\"allowed\": false, \"reason\": \"%s\"}".formatted(reason));
  }

  static void fileAnswers(UUID customer, String channel, String answer) {
    String profile =
        ConfigProvider.getConfig()
            .getValue("quarkus.rest-client.customer-profile.url", String.class);
    given()
        .body(answer)
        .put("%s/set-message/%s/%s".formatted(profile, customer, channel))
        .then()
        .statusCode(204);
  }

  /** Today's greeting for this customer is planned; gives its cause. */
  static UUID greets(UUID customer) {
    UUID cause = UUID.randomUUID();
    plans(cause, customer, "greeting", "birthday", null, null);
    return cause;
  }

  /** One message is planned for today, in Boston's hours. */
  static void plans(
      UUID cause, UUID customer, String programme, String template, Channel channel, String store) {
    LocalDate today = AdjustableClock.now().atZone(AdjustableClock.BOSTON).toLocalDate();
    Programme made = CDI.current().select(Programmes.class).get().inForce(programme);
    var step = made.steps().getFirst();
    Slot slot =
        new MessageWindow(step.hours().opens(), step.hours().closes(), AdjustableClock.BOSTON)
            .on(today, "test");
    Occasion occasion =
        new Occasion(
            cause,
            cause,
            customer,
            customer,
            store,
            made,
            step,
            template,
            channel,
            step.hours(),
            slot,
            slot.closesAt().plus(Duration.ofDays(3)),
            null,
            null,
            null);
    PlanMessages planMessages = CDI.current().select(PlanMessages.class).get();
    CDI.current()
        .select(Outbox.class)
        .get()
        .inTransaction(transaction -> planMessages.plan(transaction, List.of(occasion)))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  /** The state of the message of a cause, waited for. */
  static void becomes(UUID cause, String state) {
    Awaitility.await("message of %s is %s".formatted(cause, state))
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> Chain.text("select state from message where cause_id = '%s'".formatted(cause)),
            state::equals);
  }

  static String reason(UUID cause) {
    return Chain.text("select reason from message where cause_id = '%s'".formatted(cause));
  }

  static String id(UUID cause) {
    return Chain.text("select id::text from message where cause_id = '%s'".formatted(cause));
  }

  /** Waits until there is one, and gives it whole: headers, an empty line, text. */
  static String mailTo(UUID customer) {
    return Awaitility.await("mail to " + customer)
        .atMost(Duration.ofSeconds(20))
        .until(() -> mailsTo(customer), mails -> mails.size() == 1)
        .getFirst();
  }

  static List<String> mailsTo(UUID customer) {
    String all = given().get(url() + "/mail/" + customer + "@example.org").asString();
    return all.isEmpty() ? List.of() : Arrays.asList(all.split("\f"));
  }

  static void mailServer(String onOrOff) {
    given().body(onOrOff).put(url() + "/mail-server").then().statusCode(204);
  }

  /** What the provider of SMS got for this customer: key, time, signature and body in a line. */
  static List<String> smsTo(UUID customer) {
    String all = given().get(url() + "/heard/sms-" + customer).asString();
    return all.isEmpty() ? List.of() : all.lines().toList();
  }

  static void smsAnswers(UUID customer, int status) {
    given().body(String.valueOf(status)).put(url() + "/set/sms-" + customer).then().statusCode(204);
  }

  /** The provider of SMS says what became of a message. */
  static ValidatableResponse reports(String body) {
    String timestamp = String.valueOf(AdjustableClock.now().getEpochSecond());
    return reports(body, timestamp, signature(timestamp, body));
  }

  static ValidatableResponse reports(String body, String timestamp, String signature) {
    return given()
        .contentType("application/json")
        .header("Aftercare-Timestamp", timestamp)
        .header("Aftercare-Signature", signature)
        .body(body)
        .post("/message-reports/sms")
        .then();
  }

  static String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(PostOffice.SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "v1="
          + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String url() {
    return ConfigProvider.getConfig().getValue(PostOffice.URL, String.class);
  }
}

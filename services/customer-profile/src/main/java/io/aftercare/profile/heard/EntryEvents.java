package io.aftercare.profile.heard;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.FollowUpEvent;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.SurveyEvent;
import io.aftercare.profile.timeline.Entry;
import io.aftercare.profile.timeline.Entry.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the other services tell, as entries of a timeline. */
final class EntryEvents {

  private EntryEvents() {}

  /**
   * What an exported aggregate is on a timeline: nothing where it is nobody's, or of no kind there.
   */
  static List<Entry> read(String type, Instant time, byte[] data, ObjectMapper mapper)
      throws IOException {
    // What a later version of a contract adds is no concern here.
    ObjectReader json = mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    if (type.startsWith("io.aftercare.sale.")) {
      SaleEvent sale = json.readValue(data, SaleEvent.class);
      return sale.customerId() == null ? List.of() : List.of(ofSale(sale));
    }
    if (type.startsWith("io.aftercare.follow-up.")) {
      return ofCall(json.readValue(data, FollowUpEvent.class), time);
    }
    if (type.startsWith("io.aftercare.complaint.")) {
      return List.of(ofComplaint(json.readValue(data, ComplaintEvent.class)));
    }
    return type.startsWith("io.aftercare.survey.")
        ? List.of(ofAnswer(json.readValue(data, SurveyEvent.class)))
        : List.of();
  }

  static Entry ofSale(SaleEvent sale) {
    return Entry.of(
        Kind.SALE,
        sale.saleId(),
        sale.version(),
        Objects.requireNonNull(sale.customerId()),
        sale.occurredAt().toInstant(),
        sale.storeId(),
        sale.status(),
        new Words()
            .say("buyer", sale.buyer())
            .say("lines", sale.lines().size())
            .say("atc", classes(sale))
            .all());
  }

  /** A call, and once it was dialled what was found. */
  static List<Entry> ofCall(FollowUpEvent call, Instant at) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Entry.of(
            Kind.CONTACT,
            call.callId(),
            call.version(),
            call.customerId(),
            call.dueAt(),
            call.storeId(),
            call.state(),
            new Words()
                .say("programme", call.programme())
                .say("step", call.step())
                .say("saleId", call.saleId())
                .say("cancelReason", call.cancelReason())
                .all()));
    if (call.disposition() != null) {
      entries.add(
          Entry.of(
              Kind.OUTCOME,
              call.callId(),
              call.version(),
              call.customerId(),
              at,
              call.storeId(),
              call.disposition(),
              new Words()
                  .say("programme", call.programme())
                  .say("step", call.step())
                  .say("attempts", call.attempts())
                  .say("satisfaction", call.satisfaction())
                  .say("complaintCategory", call.complaintCategory())
                  .all()));
    }
    return entries;
  }

  static Entry ofComplaint(ComplaintEvent complaint) {
    return Entry.of(
        Kind.COMPLAINT,
        complaint.complaintId(),
        complaint.version(),
        complaint.customerId(),
        complaint.openedAt(),
        complaint.storeId(),
        complaint.status(),
        new Words()
            .say("category", complaint.category())
            .say("callId", complaint.callId())
            .say("saleId", complaint.saleId())
            .all());
  }

  static Entry ofAnswer(SurveyEvent answer) {
    return Entry.of(
        Kind.ANSWER,
        answer.surveyId(),
        answer.version(),
        answer.customerId(),
        answer.answeredAt(),
        answer.storeId(),
        "answered",
        new Words()
            .say("kind", answer.kind())
            .say("score", answer.score())
            .say("programme", answer.programme())
            .say("callId", answer.callId())
            .all());
  }

  private static @Nullable String classes(SaleEvent sale) {
    String classes =
        sale.lines().stream()
            .map(SaleEvent.Line::atc)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return classes.isEmpty() ? null : classes;
  }

  /** What is unknown is left out. */
  private static final class Words {

    private final Map<String, String> said = new TreeMap<>();

    Words say(String name, @Nullable Object word) {
      if (word != null) {
        said.put(name, word.toString());
      }
      return this;
    }

    Map<String, String> all() {
      return said;
    }
  }
}

package io.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercare.contracts.Contracts.Payload;
import io.aftercare.contracts.Contracts.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

  static List<Sample> samples() {
    return Contracts.samples();
  }

  static List<String> eventTypes() {
    return Contracts.eventTypes();
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void everyTypeHasSamples(String eventType) {
    assertThat(Contracts.files(Contracts.sampleFolder(eventType))).hasSizeBetween(2, 4);
  }

  @Test
  void everyFolderOfSamplesBelongsToAType() {
    Stream<String> folders =
        Contracts.files(Contracts.RESOURCES.resolve("samples"))
            .map(folder -> "io.aftercare." + folder.getFileName());

    assertThat(folders).containsExactlyElementsOf(eventTypes());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValid(Sample sample) {
    assertThat(sample.payload().violations(sample.document())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleGoesThroughItsRecordUnchanged(Sample sample) throws JsonProcessingException {
    JsonNode document = sample.document();

    Record event = Contracts.JSON.treeToValue(document, sample.payload().record);
    JsonNode written = Contracts.JSON.readTree(Contracts.JSON.writeValueAsString(event));

    assertThat(written).isEqualTo(document);
    assertThat(sample.payload().violations(written)).isEmpty();
  }

  @Test
  void aReaderIgnoresWhatItDoesNotKnow() {
    for (Sample sample : samples()) {
      ObjectNode later = (ObjectNode) sample.document();
      later.put("addedLater", true);

      assertThat(sample.payload().violations(later)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void withoutARequiredFieldASampleIsInvalid(Sample sample) {
    for (JsonNode required : sample.payload().schema().get("required")) {
      ObjectNode broken = (ObjectNode) sample.document();
      broken.remove(required.asText());

      assertThat(sample.payload().violations(broken))
          .anyMatch(violation -> violation.contains(required.asText()));
    }
  }

  @Test
  void formatsAndEnumsAreHeld() {
    ObjectNode sale =
        (ObjectNode)
            Contracts.json(
                Contracts.RESOURCES.resolve(
                    "samples/sale.completed.v1/late-evening-for-the-father.json"));
    sale.put("saleId", "7").put("occurredAt", "2026-03-02T22:40:00").put("buyer", "neighbour");

    assertThat(Payload.SALE.violations(sale))
        .hasSize(3)
        .anyMatch(violation -> violation.contains("saleId"))
        .anyMatch(violation -> violation.contains("occurredAt"))
        .anyMatch(violation -> violation.contains("buyer"));
  }
}

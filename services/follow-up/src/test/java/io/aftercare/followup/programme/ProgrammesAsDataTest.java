package io.aftercare.followup.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammesAsDataTest {

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  @Test
  void everyRowOfTheTableIsThere() {
    assertThat(Sold.programmes())
        .extracting(Programme::key)
        .containsExactlyInAnyOrder(
            "wellbeing",
            "antibiotic",
            "new-long-term",
            "end-of-course",
            "high-alert",
            "special-form",
            "child-or-elderly",
            "refill",
            "complaint-confirmation",
            "recall",
            "greeting",
            "seasonal",
            "service-request");
  }

  @Test
  void everyProgrammeHasAScriptWithARedFlag() {
    assertThat(Sold.programmes())
        .allSatisfy(
            programme -> {
              assertThat(programme.script().title()).isNotBlank();
              assertThat(programme.script().lines()).hasSizeBetween(4, 6);
              assertThat(programme.script().shown()).endsWith(programme.script().redFlag());
            });
  }

  @Test
  void aProgrammeSurvivesItsJsonForm() throws JsonProcessingException {
    for (Programme programme : Sold.programmes()) {
      String written = json.writeValueAsString(programme);

      assertThat(json.readValue(written, Programme.class)).isEqualTo(programme);
    }
  }

  @Test
  void aTriggerReadsAloud() throws JsonProcessingException {
    String rule = "{\"all\":[{\"line\":\"prescription\"},{\"age\":{\"below\":12}}]}";

    Trigger trigger = json.readValue(rule, Trigger.class);

    assertThat(trigger)
        .isEqualTo(
            new Trigger.All(
                List.of(
                    new Trigger.OfLine(Trigger.LineMark.PRESCRIPTION),
                    new Trigger.OfAge(new Trigger.Bounds(12, null)))));
  }

  @Test
  void aRuleNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> json.readValue("{\"moon\": \"full\"}", Trigger.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}

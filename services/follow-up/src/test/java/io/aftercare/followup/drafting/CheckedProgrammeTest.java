package io.aftercare.followup.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Sold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a programme may not say, a field at a time. */
class CheckedProgrammeTest {

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  @Test
  void whatTheHouseBringsAlongIsSound() {
    assertThat(Sold.programmes())
        .allSatisfy(programme -> assertThat(CheckedProgramme.flaws(programme)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name | ' ' | name",
        "because | '' | because",
        "trigger | {'all': []} | trigger.all",
        "trigger | {'any': [{'atc': ['J01']}, {'atc': ['j01']}]} | trigger.any[1].atc[0]",
        "trigger | {'any': [{'all': [{'days-supply': {}}]}]} | trigger.any[0].all[0].days-supply",
        "trigger | {'days-supply': {'from': 9, 'to': 8}} | trigger.days-supply.to",
        "trigger | {'age': {'over': 200}} | trigger.age.over",
        "trigger | {'segment': 'The Elderly'} | trigger.segment",
        "trigger | {'event': 'full-moon'} | trigger.event",
        "trigger | {'any': [{'atc': ['J01']}, {'event': 'service-request'}]} | trigger.any[1].event",
        "trigger | {'calendar': 'payday'} | trigger.calendar",
        "steps | [] | steps",
        "retry | {'attempts': 0} | retry.attempts",
        "retry | {'minutes': {'done-well': 5}} | retry.minutes.done-well",
        "retry | {'minutes': {'busy': 0}} | retry.minutes.busy",
        "cap | {'answered': 0, 'days': 30} | cap.answered",
        "cap | {'answered': 1, 'days': 400} | cap.days",
        "expires-after-days | 61 | expires-after-days",
        "script | {'title': 'x', 'lines': ['a', ' '], 'red-flag': 'stop'} | script.lines[1]",
      })
  void aWrongFieldIsNamedByItsPath(String field, String value, String path)
      throws JsonProcessingException {
    ObjectNode written = json.valueToTree(Sold.programmes().getFirst());
    written.set(field, json.readTree(value.replace('\'', '"')));

    assertThat(CheckedProgramme.flaws(json.treeToValue(written, Programme.class)))
        .extracting(CheckedProgramme.Flaw::path)
        .containsExactly(path);
  }

  @Test
  void allThatIsWrongIsNamedTogether() throws JsonProcessingException {
    ObjectNode written = json.valueToTree(Sold.programmes().getFirst());
    written.put("name", "").put("expires-after-days", -1);
    written.withArray("steps").add(written.withArray("steps").get(0).deepCopy());

    assertThat(CheckedProgramme.flaws(json.treeToValue(written, Programme.class)))
        .extracting(CheckedProgramme.Flaw::path)
        .containsExactly("name", "expires-after-days", "steps[1].number");
  }
}

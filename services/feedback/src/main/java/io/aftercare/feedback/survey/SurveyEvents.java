package io.aftercare.feedback.survey;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.SurveyEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.outbox.Event;
import java.util.List;

/** What the house hears of answers. */
final class SurveyEvents {

  private static final long ONLY_VERSION = 1;

  private SurveyEvents() {}

  static List<Event> answered(List<Answer> answers) {
    return answers.stream().map(SurveyEvents::answered).toList();
  }

  private static Event answered(Answer answer) {
    SurveyEvent data =
        new SurveyEvent(
            answer.id(),
            ONLY_VERSION,
            answer.kind(),
            answer.customerId(),
            answer.callId(),
            answer.storeId(),
            answer.programme(),
            answer.score(),
            answer.answeredAt());
    return Event.of(
        Topics.FEEDBACK,
        EventTypes.SURVEY_ANSWERED,
        answer.id(),
        ONLY_VERSION,
        answer.answeredAt(),
        data);
  }
}

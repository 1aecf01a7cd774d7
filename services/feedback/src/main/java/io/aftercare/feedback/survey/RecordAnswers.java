package io.aftercare.feedback.survey;

import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps what people answered and tells it; a call whose answer is already kept changes nothing. */
@ApplicationScoped
public class RecordAnswers {

  private static final Logger LOG = Logger.getLogger(RecordAnswers.class);

  private final Answers answers;
  private final Outbox outbox;

  RecordAnswers(Answers answers, Outbox outbox) {
    this.answers = answers;
    this.outbox = outbox;
  }

  /** Records in the caller's transaction, answers and events alike. */
  public Uni<Void> record(SqlConnection transaction, List<Answer> given) {
    if (given.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return answers
        .add(transaction, given)
        .call(kept -> outbox.append(transaction, SurveyEvents.answered(kept)))
        .invoke(
            kept ->
                LOG.infof(
                    "Answers recorded, new=%d known=%d", kept.size(), given.size() - kept.size()))
        .replaceWithVoid();
  }
}

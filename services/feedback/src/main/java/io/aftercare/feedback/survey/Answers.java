package io.aftercare.feedback.survey;

import io.aftercare.feedback.page.Criteria;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** All answers. */
@ApplicationScoped
class Answers {

  private static final String INSERT =
      """
      insert into answer (id, kind, customer_id, call_id, store_id, programme, score, answered_at)
      select * from unnest(
        $1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::integer[], $8::timestamptz[])
      on conflict (call_id) do nothing
      returning id
      """;

  /** Keeps those whose call has none yet, all in one statement; returns what was kept. */
  Uni<List<Answer>> add(SqlConnection transaction, List<Answer> answers) {
    Tuple columns =
        Tuple.of(
            answers.stream().map(Answer::id).toArray(UUID[]::new),
            answers.stream().map(Answer::kind).toArray(String[]::new),
            answers.stream().map(Answer::customerId).toArray(UUID[]::new),
            answers.stream().map(Answer::callId).toArray(UUID[]::new),
            answers.stream().map(Answer::storeId).toArray(String[]::new),
            answers.stream().map(Answer::programme).toArray(String[]::new));
    columns.addArrayOfInteger(answers.stream().map(Answer::score).toArray(Integer[]::new));
    columns.addArrayOfOffsetDateTime(
        answers.stream()
            .map(answer -> answer.answeredAt().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
    return transaction
        .preparedQuery(INSERT)
        .execute(columns)
        .map(
            rows -> {
              Set<UUID> kept = new HashSet<>(rows.size());
              rows.forEach(row -> kept.add(row.getUUID(0)));
              return answers.stream().filter(answer -> kept.contains(answer.id())).toList();
            });
  }

  /** Newest first; one more than the page holds, where there are more. */
  Uni<List<Answer>> find(Mutiny.Session session, Criteria criteria) {
    return criteria.find(session, Answer.class, "answeredAt");
  }
}

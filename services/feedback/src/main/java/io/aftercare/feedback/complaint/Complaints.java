package io.aftercare.feedback.complaint;

import io.aftercare.feedback.page.Criteria;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** All complaints. */
@ApplicationScoped
class Complaints {

  private static final String INSERT =
      """
      insert into complaint (id, version, status, customer_id, call_id, sale_id, store_id, category, opened_at)
      select * from unnest(
        $1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[],
        $9::timestamptz[])
      on conflict (call_id) do nothing
      returning id
      """;

  /** Keeps those whose call has opened none yet, all in one statement; returns what was kept. */
  Uni<List<Complaint>> add(SqlConnection transaction, List<Complaint> complaints) {
    Tuple columns =
        Tuple.of(
            complaints.stream().map(Complaint::id).toArray(UUID[]::new),
            complaints.stream().map(Complaint::version).toArray(Long[]::new),
            complaints.stream().map(Complaint::status).toArray(String[]::new),
            complaints.stream().map(Complaint::customerId).toArray(UUID[]::new),
            complaints.stream().map(Complaint::callId).toArray(UUID[]::new),
            complaints.stream().map(Complaint::saleId).toArray(UUID[]::new));
    columns.addArrayOfString(complaints.stream().map(Complaint::storeId).toArray(String[]::new));
    columns.addArrayOfString(complaints.stream().map(Complaint::category).toArray(String[]::new));
    columns.addArrayOfOffsetDateTime(
        complaints.stream()
            .map(complaint -> complaint.openedAt().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
    return transaction
        .preparedQuery(INSERT)
        .execute(columns)
        .map(
            rows -> {
              Set<UUID> kept = new HashSet<>(rows.size());
              rows.forEach(row -> kept.add(row.getUUID(0)));
              return complaints.stream()
                  .filter(complaint -> kept.contains(complaint.id()))
                  .toList();
            });
  }

  Uni<@Nullable Complaint> find(Mutiny.Session session, UUID id) {
    return session.find(Complaint.class, id);
  }

  /** Locked to the end of the transaction. */
  Uni<@Nullable Complaint> lock(Mutiny.Session session, UUID id) {
    return session.find(Complaint.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Newest first; one more than the page holds, where there are more. */
  Uni<List<Complaint>> find(Mutiny.Session session, Criteria criteria) {
    return criteria.find(session, Complaint.class, "openedAt");
  }
}

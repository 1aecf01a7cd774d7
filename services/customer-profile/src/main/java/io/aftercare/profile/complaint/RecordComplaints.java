package io.aftercare.profile.complaint;

import io.aftercare.kit.batch.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Keeps what was told of complaints, for whoever greets the customer; of an erased one nothing. */
@ApplicationScoped
public class RecordComplaints {

  private static final String RECORD =
      """
      insert into known_complaint (id, customer_id, store_id, category, status, opened_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
        as told (id, customer_id, store_id, category, status, opened_at)
      where not exists (select from customer c where c.id = told.customer_id and c.status = 'ERASED')
      on conflict (id) do update set category = excluded.category, status = excluded.status
      """;

  /** Puts these, each as it stands now, in place of what was known of them. */
  public Uni<Void> record(SqlConnection transaction, List<KnownComplaint> complaints) {
    if (complaints.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(RECORD)
        .execute(
            Columns.of(complaints)
                .with(UUID.class, KnownComplaint::id)
                .with(UUID.class, KnownComplaint::customerId)
                .with(String.class, KnownComplaint::storeId)
                .with(String.class, KnownComplaint::category)
                .with(String.class, KnownComplaint::status)
                .withTime(KnownComplaint::openedAt)
                .tuple())
        .replaceWithVoid();
  }
}

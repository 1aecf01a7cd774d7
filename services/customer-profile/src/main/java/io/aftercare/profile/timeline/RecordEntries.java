package io.aftercare.profile.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.batch.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Keeps what happened with customers; of an erased one nothing. */
@ApplicationScoped
public class RecordEntries {

  private static final String RECORD =
      """
      insert into timeline_entry as e (id, version, kind, source_id, customer_id, at, store_id, state, detail)
      select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::text[],
        $8::text[], $9::text[]) as told (id, version, kind, source_id, customer_id, at, store_id, state, detail)
      where not exists (select from customer c where c.id = told.customer_id and c.status = 'ERASED')
      on conflict (id) do update set
        version = excluded.version, at = excluded.at, state = excluded.state, detail = excluded.detail
      where e.version <= excluded.version
      """;

  private final ObjectMapper json;

  RecordEntries(ObjectMapper json) {
    this.json = json;
  }

  /** What is older than what was applied changes nothing. */
  public Uni<Void> record(SqlConnection transaction, List<Entry> told) {
    if (told.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    // Sorted, so that two batches never wait for each other's rows in opposite order.
    List<Entry> entries = told.stream().sorted(Comparator.comparing(Entry::id)).toList();
    return transaction
        .preparedQuery(RECORD)
        .execute(
            Columns.of(entries)
                .with(UUID.class, Entry::id)
                .with(Long.class, Entry::version)
                .with(String.class, entry -> entry.kind().name())
                .with(UUID.class, Entry::source)
                .with(UUID.class, Entry::customerId)
                .withTime(Entry::at)
                .with(String.class, Entry::storeId)
                .with(String.class, Entry::state)
                .with(String.class, this::detail)
                .tuple())
        .replaceWithVoid();
  }

  private String detail(Entry entry) {
    try {
      return json.writeValueAsString(entry.detail());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

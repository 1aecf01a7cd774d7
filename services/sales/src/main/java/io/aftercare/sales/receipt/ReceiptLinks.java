package io.aftercare.sales.receipt;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The links that open receipts, known by the hash of their token. */
@ApplicationScoped
class ReceiptLinks {

  /** Where a link leads. */
  record Link(UUID saleId, Language language, Instant expiresAt) {}

  private static final String INSERT =
      """
      insert into receipt_link (token_hash, sale_id, language, made_at, expires_at) values ($1, $2, $3, $4, $5)
      """;

  private static final String FIND =
      "select sale_id, language, expires_at from receipt_link where token_hash = $1 and expires_at > $2";

  private static final String FORGET = "delete from receipt_link where expires_at <= $1";

  private final Pool pool;
  private final Clock clock;

  ReceiptLinks(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Void> insert(SqlConnection transaction, LinkToken token, Link link) {
    return transaction
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                hash(token),
                link.saleId(),
                link.language().wire(),
                now(),
                link.expiresAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The link, while it lasts. */
  Uni<Optional<Link>> find(SqlConnection transaction, LinkToken token) {
    return transaction
        .preparedQuery(FIND)
        .execute(Tuple.of(hash(token), now()))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Link(
                                row.getUUID("sale_id"),
                                Language.of(row.getString("language")).orElse(Language.EN),
                                row.getOffsetDateTime("expires_at").toInstant())));
  }

  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> forgetExpired() {
    return pool.preparedQuery(FORGET).execute(Tuple.of(now())).replaceWithVoid();
  }

  private static Buffer hash(LinkToken token) {
    return Buffer.buffer(token.sha256());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

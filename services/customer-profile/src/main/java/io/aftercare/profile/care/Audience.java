package io.aftercare.profile.care;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.customer.Consent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an offer may go to: active customers who agreed to be offered something; no restricted ones.
 */
@ApplicationScoped
public class Audience {

  /**
   * The standing answer is the latest one. A birth month is enough to tell an age: whoever turns it
   * within the month counts from its first day on.
   */
  private static final String AGREED =
      """
      select c.id, c.zone, c.store_id, c.data_key, c.person from customer c
      where c.status = 'ACTIVE' and not c.restricted and c.id > $1
        and ($2::text is null or c.zone = $2)
        and ($3::text is null or c.store_id = $3)
        and ($4::date is null or c.birth_month <= $4)
        and ($5::date is null or c.birth_month > $5)
        and ($6::int[] is null or extract(month from c.birth_month) = any($6))
        and ($7::uuid[] is null or c.id = any($7))
        and ($8::text is distinct from 'CALL' or not c.do_not_call)
        and exists (
          select from (
            select distinct on (k.channel) k.state from consent k
            where k.customer_id = c.id and k.purpose = 'MARKETING' and ($8::text is null or k.channel = $8)
            order by k.channel, k.at desc, k.number desc
          ) standing where standing.state = 'GIVEN')
        and ($10::text is null or $10 = any(c.segments))
      order by c.id limit $9
      """;

  private static final String KNOWN =
      "select 1 from segment where name = $1 and published_at is not null limit 1";

  private static final UUID FIRST = new UUID(0, 0);

  /**
   * Who is meant.
   *
   * @param zone the customer's; any when absent
   * @param storeId the store that registered the customer; any when absent
   * @param bornUntil first day of the last month of birth; any when absent
   * @param bornAfter first day of the month before the first month of birth; any when absent
   * @param birthMonths 1 to 12; any when absent
   * @param among these customers alone; any when absent
   * @param channel by which they agreed; any when absent
   * @param segment in which they are by now; any when absent
   */
  public record Wanted(
      @Nullable String zone,
      @Nullable String storeId,
      @Nullable LocalDate bornUntil,
      @Nullable LocalDate bornAfter,
      Integer @Nullable [] birthMonths,
      UUID @Nullable [] among,
      Consent.@Nullable Channel channel,
      @Nullable String segment) {}

  /**
   * Somebody who agreed.
   *
   * @param storeId the store that registered the customer
   * @param dataKey opens {@code person}
   * @param person sealed
   */
  public record Member(
      UUID id, ZoneId zone, @Nullable String storeId, byte[] dataKey, byte[] person) {}

  /**
   * Those who agreed, in the order of their ids.
   *
   * @param after where to go on; at the first when absent
   */
  public Uni<List<Member>> find(
      SqlConnection transaction, Wanted wanted, @Nullable UUID after, int most) {
    return transaction
        .preparedQuery(AGREED)
        .execute(
            Tuple.tuple()
                .addValue(after == null ? FIRST : after)
                .addValue(wanted.zone())
                .addValue(wanted.storeId())
                .addValue(wanted.bornUntil())
                .addValue(wanted.bornAfter())
                .addValue(wanted.birthMonths())
                .addValue(wanted.among())
                .addValue(wanted.channel() == null ? null : wanted.channel().name())
                .addValue(most)
                .addValue(wanted.segment()))
        .map(
            rows -> {
              List<Member> members = new ArrayList<>(rows.size());
              rows.forEach(row -> members.add(member(row)));
              return members;
            });
  }

  /**
   * Completes where nobody is asked for by segment, or by one that is published.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 else
   */
  public Uni<Void> refuseUnknown(SqlConnection transaction, @Nullable String segment) {
    return segment == null
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(KNOWN)
            .execute(Tuple.of(segment))
            .invoke(
                rows -> {
                  if (rows.rowCount() == 0) {
                    throw Problems.invalid("segment", "must be the name of a published segment");
                  }
                })
            .replaceWithVoid();
  }

  private static Member member(Row row) {
    return new Member(
        row.getUUID("id"),
        ZoneId.of(row.getString("zone")),
        row.getString("store_id"),
        row.getBuffer("data_key").getBytes(),
        row.getBuffer("person").getBytes());
  }
}

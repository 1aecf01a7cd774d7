package io.aftercare.followup.desk;

import io.aftercare.followup.call.Calls;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statement that serves all who ask. Who holds a call gets it back; the others are given red
 * flags, then what they promised themselves, then the rest by priority and due time.
 *
 * <p>Each priority is probed by itself, in an index that ends at the present: what is due later
 * costs nothing. The probes are read one after the other and only as far as there are agents,
 * because nothing above them sorts. Rows that another statement has its hands on are passed over.
 * Leases run by the database's clock, all else by the business clock.
 *
 * <p>That a customer is in no held call is asked by a scalar subquery, because a join would be
 * planned by how many calls were held when the table was last looked at: few at night, and then
 * every claim of the morning reads all of them.
 *
 * <p>Who is on a break is given nothing but what they hold.
 *
 * <p>$1 agents; $2 whether to look among pharmacists' calls; $3 now; $4 lease in seconds; $5
 * promises due before this are anybody's.
 */
final class ClaimStatement {

  private static final String DUE =
      """
      select c.id, c.customer_id from call c
            where c.state = 'planned' and c.pharmacist = $2 and c.priority = {priority} and c.due_at <= $3 and c.closes_at > $3
              and (c.promised_to is null or c.due_at <= $5)
              and (select h.id from call h where h.state = 'held' and h.customer_id = c.customer_id) is null
            order by c.due_at
            limit (select count(*) from {takers})
            for update of c skip locked""";

  /**
   * Each language, or each store, is probed by itself, so that no other one's backlog is walked
   * through.
   */
  private static final String DUE_IN_LANES =
      """
      select found.id, found.customer_id from unnest($6::text[]) as lane (key)
            cross join lateral (
              select c.id, c.customer_id, c.due_at from call c
              where c.state = 'planned' and c.pharmacist = $2 and c.priority = {priority} and {lane}
                and c.due_at <= $3 and c.closes_at > $3 and (c.promised_to is null or c.due_at <= $5)
                and (select h.id from call h where h.state = 'held' and h.customer_id = c.customer_id) is null
              order by c.due_at
              limit (select count(*) from {takers})
              for update of c skip locked) as found
            order by found.due_at
            limit (select count(*) from {takers})""";

  private static final String IN_LANGUAGE = "c.language = lane.key";

  private static final String OF_STORE =
      "c.store_id = lane.key and (cardinality($7::text[]) = 0 or c.language = any($7::text[]))";

  private static final String FRAME =
      """
      with asking as materialized (
        select agent, n from unnest($1::text[]) with ordinality as a(agent, n)
      ),
      again as (
        update call c set lease_until = clock_timestamp() + $4::bigint * interval '1 second'
        where c.holder = any($1::text[])
        returning {columns}
      ),
      free as materialized (
        select agent, row_number() over (order by n) as n from asking
        where agent not in (select holder from again)
          and agent not in (
            select p.agent from agent_period p
            where p.agent = any($1::text[]) and p.ended_at is null and p.state <> 'available')
      ),
      red as materialized (
        select id, customer_id, row_number() over () as n
        from ({red}) r
      ),
      unserved as materialized (
        select agent, n from free where n > (select count(*) from red)
      ),
      own as materialized (
        select u.agent, p.id, p.customer_id
        from unserved u
        cross join lateral (
          select c.id, c.customer_id from call c
          where c.state = 'planned' and c.promised_to = u.agent and c.due_at <= $3 and c.closes_at > $3
            and (select h.id from call h where h.state = 'held' and h.customer_id = c.customer_id) is null
          order by c.due_at
          limit 1
          for update of c skip locked) p
      ),
      needy as materialized (
        select agent, row_number() over (order by n) as n from unserved
        where agent not in (select agent from own)
      ),
      pool as materialized (
        select id, customer_id, row_number() over () as n
        from (
          {pool}
          limit (select count(*) from needy)) q
      ),
      taken as (
        select f.agent, r.id, r.customer_id, 0 as place from red r join free f on f.n = r.n
        union all
        select agent, id, customer_id, 1 from own
        union all
        select d.agent, p.id, p.customer_id, 2 from pool p join needy d on d.n = p.n
      ),
      single as (
        select distinct on (customer_id) agent, id from taken order by customer_id, place
      ),
      claimed as (
        update call c set
          state = 'held', holder = s.agent, epoch = c.epoch + 1, permitted_at = null,
          lease_until = clock_timestamp() + $4::bigint * interval '1 second'
        from single s
        where c.id = s.id and c.state = 'planned'
        returning {columns}
      ),
      given as (
        select * from claimed union all select * from again
      ),
      logged as (
        insert into access_log (at, who, what, reason, customers)
        select $3, holder, 'POST /calls/claim', 'call', array[customer_id] from given
      )
      select * from given
      """
          .replace("{columns}", Calls.COLUMNS);

  /** For those who may be given every call. */
  static final String SQL = statement(DUE);

  /** For those who speak some languages: $6 the languages. */
  static final String SQL_IN_LANGUAGES = statement(DUE_IN_LANES.replace("{lane}", IN_LANGUAGE));

  /** For those who serve some stores: $6 the stores; $7 the languages, none for any. */
  static final String SQL_OF_STORES = statement(DUE_IN_LANES.replace("{lane}", OF_STORE));

  private ClaimStatement() {}

  private static String statement(String probe) {
    return FRAME
        .replace("{red}", probe.replace("{priority}", "0").replace("{takers}", "free"))
        .replace("{pool}", pool(probe));
  }

  private static String pool(String probe) {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(
            priority ->
                "select * from (%s) p%d"
                    .formatted(
                        probe
                            .replace("{priority}", String.valueOf(priority))
                            .replace("{takers}", "needy"),
                        priority))
        .collect(Collectors.joining("\n          union all\n          "));
  }
}

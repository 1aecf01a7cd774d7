package io.aftercare.sales.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.sales.product.Product.Code;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The catalogue as the database keeps it, with what each product was before. */
@ApplicationScoped
class StoredProducts {

  /**
   * A product with the number of its last change.
   *
   * @param version grows by one with every change of content, from 1
   */
  record Stored(Product product, int version) {}

  /** What a product was after a change. */
  record ProductVersion(int version, Instant changedAt, String changedBy, Product product) {}

  /** Versions that are shown; what is older is still kept. */
  private static final int SHOWN = 100;

  private static final long LOCK = 0x0CA7_A106L;

  private static final String CURRENT =
      """
      select p.state::text as state, p.version
      from unnest($1::text[], $2::text[]) as asked (system, code) join product p using (system, code)
      """;

  private static final String OWNERS =
      """
      select c.system, c.code, c.product_system, c.product_code
      from unnest($1::text[], $2::text[]) as asked (system, code) join product_code c using (system, code)
      """;

  private static final String UPSERT =
      """
      insert into product (system, code, state, version, changed_at)
      select system, code, state::json, version, $5
      from unnest($1::text[], $2::text[], $3::text[], $4::integer[]) as new (system, code, state, version)
      on conflict (system, code) do update
      set state = excluded.state, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String KEEP_VERSION =
      """
      insert into product_version (system, code, version, changed_at, changed_by, product)
      select system, code, version, $5, $6, state::json
      from unnest($1::text[], $2::text[], $3::text[], $4::integer[]) as new (system, code, state, version)
      """;

  private static final String GIVE_UP_CODES =
      """
      delete from product_code c using unnest($1::text[], $2::text[]) as changed (system, code)
      where c.product_system = changed.system and c.product_code = changed.code
      """;

  private static final String CLAIM_CODES =
      """
      insert into product_code (system, code, product_system, product_code)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
      """;

  private static final String NO_LONGER_UNCATALOGUED =
      """
      delete from uncatalogued_product u using unnest($1::text[], $2::text[]) as known (system, code)
      where (u.system, u.code) = (known.system, known.code)
      """;

  private static final String VERSIONS =
      """
      select version, changed_at, changed_by, product::text as state from product_version
      where system = $1 and code = $2 order by version desc limit $3
      """;

  private final ObjectMapper json;

  StoredProducts(ObjectMapper json) {
    this.json = json;
  }

  /** One change of the catalogue at a time: each sees what the one before it claimed. */
  Uni<Void> lock(SqlConnection transaction) {
    return transaction
        .preparedQuery("select pg_advisory_xact_lock($1)")
        .execute(Tuple.of(LOCK))
        .replaceWithVoid();
  }

  Uni<List<Stored>> all(SqlClient client) {
    return client
        .query("select state::text as state, version from product")
        .execute()
        .map(this::stored);
  }

  Uni<List<Stored>> changedSince(SqlClient client, OffsetDateTime time) {
    return client
        .preparedQuery("select state::text as state, version from product where changed_at > $1")
        .execute(Tuple.of(time))
        .map(this::stored);
  }

  /** Those that there are, by their own codes. */
  Uni<Map<Code, Stored>> current(SqlConnection transaction, Collection<Code> own) {
    return transaction
        .preparedQuery(CURRENT)
        .execute(Tuple.of(column(own, Code::system), column(own, Code::code)))
        .map(
            rows -> {
              Map<Code, Stored> current = new HashMap<>();
              stored(rows).forEach(stored -> current.put(stored.product().own(), stored));
              return current;
            });
  }

  /** Which product each code belongs to, as far as it is taken. */
  Uni<Map<Code, Code>> owners(SqlConnection transaction, Collection<Code> codes) {
    return transaction
        .preparedQuery(OWNERS)
        .execute(Tuple.of(column(codes, Code::system), column(codes, Code::code)))
        .map(
            rows -> {
              Map<Code, Code> owners = new HashMap<>();
              rows.forEach(
                  row ->
                      owners.put(
                          new Code(row.getString(0), row.getString(1)),
                          new Code(row.getString(2), row.getString(3))));
              return owners;
            });
  }

  /** Stores what changed, each product once, with its codes and a version that is kept. */
  Uni<Void> write(SqlConnection transaction, List<Stored> changed, String who, Instant now) {
    if (changed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Code> own = changed.stream().map(stored -> stored.product().own()).toList();
    List<Code> claimed =
        changed.stream().flatMap(stored -> stored.product().allCodes().stream()).toList();
    List<Code> claimants =
        changed.stream()
            .flatMap(
                stored -> stored.product().allCodes().stream().map(c -> stored.product().own()))
            .toList();
    String[] systems = column(own, Code::system);
    String[] codes = column(own, Code::code);
    String[] states =
        changed.stream().map(stored -> write(stored.product())).toArray(String[]::new);
    Integer[] versions = changed.stream().map(Stored::version).toArray(Integer[]::new);
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    Tuple known = Tuple.of(column(claimed, Code::system), column(claimed, Code::code));
    Tuple claims =
        Tuple.of(
            column(claimed, Code::system),
            column(claimed, Code::code),
            column(claimants, Code::system),
            column(claimants, Code::code));
    return run(transaction, UPSERT, Tuple.of(systems, codes, states, versions, at))
        .chain(
            () ->
                run(transaction, KEEP_VERSION, Tuple.of(systems, codes, states, versions, at, who)))
        .chain(() -> run(transaction, GIVE_UP_CODES, Tuple.of(systems, codes)))
        .chain(() -> run(transaction, CLAIM_CODES, claims))
        .chain(() -> run(transaction, NO_LONGER_UNCATALOGUED, known));
  }

  /** Newest first. */
  Uni<List<ProductVersion>> versions(SqlClient client, Code own) {
    return client
        .preparedQuery(VERSIONS)
        .execute(Tuple.of(own.system(), own.code(), SHOWN))
        .map(rows -> rows.stream().map(this::version).toList());
  }

  private static Uni<Void> run(SqlConnection transaction, String statement, Tuple columns) {
    return transaction.preparedQuery(statement).execute(columns).replaceWithVoid();
  }

  private static String[] column(Collection<Code> codes, Function<Code, String> part) {
    return codes.stream().map(part).toArray(String[]::new);
  }

  private ProductVersion version(Row row) {
    return new ProductVersion(
        row.getInteger("version"),
        row.getOffsetDateTime("changed_at").toInstant(),
        row.getString("changed_by"),
        product(row));
  }

  private List<Stored> stored(RowSet<Row> rows) {
    return rows.stream().map(row -> new Stored(product(row), row.getInteger("version"))).toList();
  }

  private Product product(Row row) {
    try {
      return json.readValue(row.getString("state"), Product.class);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("A stored product cannot be read", corrupt);
    }
  }

  private String write(Product product) {
    try {
      return json.writeValueAsString(product);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A product cannot be written", impossible);
    }
  }
}

package io.aftercare.simulator.storm;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the house's own databases, past its services. */
final class Books {

  private final Site site;

  Books(Site site) {
    this.site = site;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All there is, at rest. */
  Stored read(Instant dueBy, Map<String, Long> parked) {
    return new Stored(
        dueBy,
        ask("sales", "select id, client_sale_id, status, version from sale", Books::sale),
        Set.copyOf(ids("customer-profile", "select id from customer")),
        knownSales(),
        Set.copyOf(ids("follow-up", "select id from known_customer")),
        calls(),
        ask("follow-up", "select call_id, epoch, agent, refusal from permit", Books::permit),
        ask(
            "follow-up",
            """
            select call_id, epoch, agent, disposition, satisfaction, complaint_category from attempt
            where disposition is not null""",
            Books::attempt),
        ask(
            "feedback",
            "select call_id, score from answer",
            row -> new Stored.Answer(row.getObject(1, UUID.class), row.getInt(2))),
        ask(
            "feedback",
            "select call_id, category from complaint",
            row -> new Stored.Complaint(row.getObject(1, UUID.class), row.getString(2))),
        Site.SERVICES.stream().flatMap(service -> waiting(service).stream()).toList(),
        parked);
  }

  /** Events that wait to be sent, by service. */
  Map<String, Long> outboxes() {
    return Site.SERVICES.stream()
        .collect(
            Collectors.toMap(
                service -> service,
                service ->
                    ask(service, "select count(*) from outbox", row -> row.getLong(1)).getFirst()));
  }

  private List<Stored.Call> calls() {
    return ask(
        "follow-up",
        """
        select id, sale_id, programme, step, state, epoch,
          coalesce(greatest(extract(epoch from clock_timestamp() - lease_until), 0), 0),
          permitted_at is not null, pharmacist, due_at, closes_at, disposition, satisfaction,
          complaint_category, cancel_reason
        from call""",
        Books::call);
  }

  private Map<UUID, Long> knownSales() {
    Map<UUID, Long> versions = new HashMap<>();
    ask(
        "follow-up",
        "select id, version from known_sale",
        row -> versions.put(row.getObject(1, UUID.class), row.getLong(2)));
    return versions;
  }

  private List<Stored.Event> waiting(String service) {
    return ask(
        service,
        "select type, key, version from outbox",
        row ->
            new Stored.Event(
                service, row.getString(1), row.getObject(2, UUID.class), row.getLong(3)));
  }

  private List<UUID> ids(String service, String query) {
    return ask(service, query, row -> row.getObject(1, UUID.class));
  }

  private static Stored.Sale sale(ResultSet row) throws SQLException {
    return new Stored.Sale(
        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getLong(4));
  }

  private static Stored.Permit permit(ResultSet row) throws SQLException {
    return new Stored.Permit(
        row.getObject(1, UUID.class), row.getLong(2), row.getString(3), row.getString(4));
  }

  private static Stored.Attempt attempt(ResultSet row) throws SQLException {
    return new Stored.Attempt(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, Integer.class),
        row.getString(6));
  }

  private static Stored.Call call(ResultSet row) throws SQLException {
    return new Stored.Call(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new Contact(row.getString(3), row.getInt(4)),
        row.getString(5),
        row.getLong(6),
        row.getDouble(7),
        row.getBoolean(8),
        row.getBoolean(9),
        instant(row, 10),
        instant(row, 11),
        row.getString(12),
        row.getObject(13, Integer.class),
        row.getString(14),
        row.getString(15));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private <T extends @Nullable Object> List<T> ask(String service, String query, Reader<T> reader) {
    try (Connection connection = site.connect(service);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "%s cannot be read: %s".formatted(service, e.getMessage()), e);
    }
  }
}

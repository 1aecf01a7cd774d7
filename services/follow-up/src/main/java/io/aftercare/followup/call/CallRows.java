package io.aftercare.followup.call;

import io.aftercare.followup.holdout.Arm;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Calls as columns, and rows as calls. */
public final class CallRows {

  private CallRows() {}

  /**
   * The call of a row that begins with {@link Calls#COLUMNS}. Read by position: this is on the way
   * of every claim.
   */
  public static Call call(Row row) {
    return new Call(
        row.getUUID(0),
        new Origin(
            row.getUUID(1),
            row.getUUID(2),
            row.getString(24),
            row.getString(23),
            row.getInteger(12),
            row.getShort(14),
            row.getBoolean(19),
            row.getString(39),
            row.getString(31)),
        row.getUUID(3),
        row.getShort(15),
        CallState.of(row.getString(20)),
        new Plan(
            instant(row, 4),
            instant(row, 5),
            instant(row, 6),
            row.getLocalDate(11),
            row.getString(25),
            row.getShort(16),
            row.getString(30),
            optional(row, 32)),
        row.getLong(9),
        row.getLong(10),
        holding(row),
        row.getString(22),
        row.getShort(17),
        lastAttempt(row),
        row.getString(27),
        arm(row),
        row.getUUID(35),
        new Spent(row.getInteger(36), row.getLong(37), row.getString(38)),
        Answer.of(row.getJsonObject(40)));
  }

  private static @Nullable Arm arm(Row row) {
    String experiment = row.getString(33);
    return experiment == null ? null : new Arm(experiment, row.getString(34));
  }

  private static @Nullable Instant optional(Row row, int position) {
    OffsetDateTime time = row.getOffsetDateTime(position);
    return time == null ? null : time.toInstant();
  }

  private static Call.@Nullable Holding holding(Row row) {
    String holder = row.getString(21);
    return holder == null ? null : new Call.Holding(holder, instant(row, 7), optional(row, 8));
  }

  private static @Nullable LastAttempt lastAttempt(Row row) {
    String agent = row.getString(29);
    Short satisfaction = row.getShort(18);
    return agent == null
        ? null
        : new LastAttempt(
            row.getString(26),
            agent,
            row.getInteger(13),
            satisfaction == null ? null : satisfaction.intValue(),
            row.getString(28));
  }

  private static Instant instant(Row row, int position) {
    return row.getOffsetDateTime(position).toInstant();
  }

  static Tuple additions(List<Call> unsorted) {
    List<Call> calls =
        unsorted.stream()
            .sorted((a, b) -> a.origin().causeId().compareTo(b.origin().causeId()))
            .toList();
    return columns(
        array(calls, java.util.UUID[]::new, Call::id),
        array(calls, java.util.UUID[]::new, call -> call.origin().causeId()),
        array(calls, java.util.UUID[]::new, call -> call.origin().saleId()),
        array(calls, java.util.UUID[]::new, Call::customerId),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().dueAt())),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().closesAt())),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().lapsesAt())),
        array(calls, java.time.LocalDate[]::new, call -> call.plan().date()),
        array(calls, Integer[]::new, call -> call.origin().programmeVersion()),
        array(calls, Short[]::new, call -> (short) call.origin().step()),
        array(calls, Short[]::new, call -> (short) call.priority()),
        array(calls, Short[]::new, call -> (short) call.plan().rule()),
        array(calls, Boolean[]::new, call -> call.origin().pharmacist()),
        array(calls, String[]::new, call -> call.state().key()),
        array(calls, String[]::new, call -> call.origin().programme()),
        array(calls, String[]::new, call -> call.origin().storeId()),
        array(calls, String[]::new, call -> call.plan().zone()),
        array(calls, String[]::new, Call::cancelReason),
        array(calls, String[]::new, call -> call.plan().explained()),
        array(calls, String[]::new, call -> call.origin().reason()),
        array(calls, String[]::new, call -> call.arm() == null ? null : call.arm().experiment()),
        array(calls, String[]::new, call -> call.arm() == null ? null : call.arm().name()),
        array(calls, String[]::new, call -> call.origin().language()));
  }

  static Tuple changes(List<Call> calls) {
    return columns(
        array(calls, java.util.UUID[]::new, Call::id),
        array(calls, java.util.UUID[]::new, Call::customerId),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().dueAt())),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().closesAt())),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().lapsesAt())),
        array(calls, java.time.LocalDate[]::new, call -> call.plan().date()),
        array(calls, String[]::new, call -> call.plan().zone()),
        array(calls, Short[]::new, call -> (short) call.plan().rule()),
        array(calls, String[]::new, call -> call.plan().explained()),
        array(calls, Short[]::new, call -> (short) call.priority()),
        array(calls, String[]::new, call -> call.state().key()),
        array(calls, Long[]::new, Call::epoch),
        array(calls, Long[]::new, Call::version),
        array(calls, String[]::new, ofHolding(Call.Holding::agent)),
        array(calls, OffsetDateTime[]::new, ofHolding(holding -> utc(holding.leaseUntil()))),
        array(calls, OffsetDateTime[]::new, ofHolding(holding -> utc(holding.permittedAt()))),
        array(calls, String[]::new, Call::promisedTo),
        array(calls, Short[]::new, call -> (short) call.attempts()),
        array(calls, String[]::new, ofLast(LastAttempt::disposition)),
        array(calls, String[]::new, ofLast(LastAttempt::agent)),
        array(calls, Integer[]::new, ofLast(LastAttempt::seconds)),
        array(calls, Short[]::new, ofLast(last -> narrow(last.satisfaction()))),
        array(calls, String[]::new, ofLast(LastAttempt::complaintCategory)),
        array(calls, String[]::new, Call::cancelReason),
        array(calls, Integer[]::new, call -> call.origin().programmeVersion()),
        array(calls, Boolean[]::new, call -> call.origin().pharmacist()),
        array(calls, String[]::new, call -> call.origin().reason()),
        array(calls, OffsetDateTime[]::new, call -> utc(call.plan().heldBackUntil())),
        array(calls, java.util.UUID[]::new, Call::conversationId),
        array(calls, Integer[]::new, call -> call.spent().seconds()),
        array(calls, Long[]::new, call -> call.spent().minor()),
        array(calls, String[]::new, call -> call.spent().currency()),
        array(calls, String[]::new, call -> call.origin().language()));
  }

  private static <T> Function<Call, @Nullable T> ofHolding(
      Function<Call.Holding, @Nullable T> column) {
    return call -> call.holding() == null ? null : column.apply(call.holding());
  }

  private static <T> Function<Call, @Nullable T> ofLast(Function<LastAttempt, @Nullable T> column) {
    return call -> call.last() == null ? null : column.apply(call.last());
  }

  private static <T> Object array(
      List<Call> calls, IntFunction<T[]> array, Function<Call, ? extends @Nullable T> column) {
    T[] values = array.apply(calls.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(calls.get(i));
    }
    return values;
  }

  private static Tuple columns(Object... arrays) {
    Tuple tuple = Tuple.tuple();
    for (Object column : arrays) {
      tuple.addValue(column);
    }
    return tuple;
  }

  private static @Nullable Short narrow(@Nullable Integer number) {
    return number == null ? null : number.shortValue();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}

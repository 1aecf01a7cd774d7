package io.aftercare.followup.message;

import io.aftercare.followup.holdout.Arm;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Messages as columns, and rows as messages. */
public final class MessageRows {

  /** What {@link #messages} reads; for statements elsewhere that return messages. */
  public static final String COLUMNS =
      """
      m.id, m.cause_id, m.sale_id, m.customer_id, m.store_id, m.programme, m.programme_version, m.step, m.priority,
      m.purpose, m.template, m.channel, m.due_at, m.closes_at, m.lapses_at, m.explained, m.opens, m.closes, m.zone,
      m.state, m.attempts, m.epoch, m.version, m.handed_at, m.sent_at, m.reason, m.reference, m.named_customer,
      m.experiment, m.arm""";

  private MessageRows() {}

  /** The messages of a result that has {@link #COLUMNS}. */
  public static List<Message> messages(RowSet<Row> rows) {
    List<Message> messages = new ArrayList<>(rows.size());
    rows.forEach(row -> messages.add(message(row)));
    return messages;
  }

  private static Message message(Row row) {
    String channel = row.getString("channel");
    return new Message(
        row.getUUID("id"),
        origin(row),
        row.getUUID("customer_id"),
        channel == null ? null : Channel.of(channel),
        new Due(
            row.getOffsetDateTime("due_at").toInstant(),
            row.getOffsetDateTime("closes_at").toInstant(),
            row.getOffsetDateTime("lapses_at").toInstant(),
            row.getString("explained")),
        new LocalHours(
            row.getLocalTime("opens"),
            row.getLocalTime("closes"),
            ZoneId.of(row.getString("zone"))),
        MessageState.of(row.getString("state")),
        row.getShort("attempts"),
        row.getLong("epoch"),
        row.getLong("version"),
        row.getOffsetDateTime("handed_at") != null,
        instant(row.getOffsetDateTime("sent_at")),
        row.getString("reason"),
        row.getString("reference"));
  }

  private static MessageOrigin origin(Row row) {
    String experiment = row.getString("experiment");
    return new MessageOrigin(
        row.getUUID("cause_id"),
        row.getUUID("sale_id"),
        row.getUUID("named_customer"),
        row.getString("store_id"),
        row.getString("programme"),
        row.getInteger("programme_version"),
        row.getShort("step"),
        row.getShort("priority"),
        Purpose.of(row.getString("purpose")),
        row.getString("template"),
        experiment == null ? null : new Arm(experiment, row.getString("arm")));
  }

  /** In the order of what makes them unique, so that two batches never wait for each other. */
  static Tuple additions(List<Message> unsorted) {
    List<Message> messages =
        unsorted.stream()
            .sorted(
                Comparator.comparing(Message::causeId)
                    .thenComparing(Message::programme)
                    .thenComparing(Message::step))
            .toList();
    return columns(
        array(messages, UUID[]::new, Message::id),
        array(messages, UUID[]::new, Message::causeId),
        array(messages, UUID[]::new, Message::saleId),
        array(messages, UUID[]::new, Message::customerId),
        array(messages, String[]::new, Message::storeId),
        array(messages, String[]::new, Message::programme),
        array(messages, Integer[]::new, Message::programmeVersion),
        array(messages, Short[]::new, message -> (short) message.step()),
        array(messages, Short[]::new, message -> (short) message.priority()),
        array(messages, String[]::new, message -> message.purpose().key()),
        array(messages, String[]::new, Message::template),
        array(messages, String[]::new, MessageRows::channel),
        array(messages, OffsetDateTime[]::new, message -> utc(message.due().at())),
        array(messages, OffsetDateTime[]::new, message -> utc(message.due().closesAt())),
        array(messages, OffsetDateTime[]::new, message -> utc(message.due().lapsesAt())),
        array(messages, String[]::new, message -> message.due().explained()),
        array(messages, LocalTime[]::new, message -> message.hours().opens()),
        array(messages, LocalTime[]::new, message -> message.hours().closes()),
        array(messages, String[]::new, message -> message.hours().zone().getId()),
        array(messages, String[]::new, message -> message.state().key()),
        array(messages, String[]::new, Message::reason),
        array(messages, UUID[]::new, message -> message.origin().namedCustomerId()),
        array(messages, String[]::new, ofArm(Arm::experiment)),
        array(messages, String[]::new, ofArm(Arm::name)));
  }

  static Tuple changes(List<Message> messages) {
    return columns(
        array(messages, UUID[]::new, Message::id),
        array(messages, Long[]::new, Message::epoch),
        array(messages, Long[]::new, Message::version),
        array(messages, String[]::new, MessageRows::channel),
        array(messages, OffsetDateTime[]::new, message -> utc(message.due().at())),
        array(messages, OffsetDateTime[]::new, message -> utc(message.due().closesAt())),
        array(messages, String[]::new, message -> message.due().explained()),
        array(messages, String[]::new, message -> message.state().key()),
        array(messages, OffsetDateTime[]::new, message -> utc(message.sentAt())),
        array(messages, String[]::new, Message::reason),
        array(messages, String[]::new, Message::reference),
        array(messages, UUID[]::new, Message::customerId),
        array(messages, String[]::new, message -> message.hours().zone().getId()),
        array(messages, OffsetDateTime[]::new, message -> utc(message.due().lapsesAt())),
        array(messages, Integer[]::new, Message::programmeVersion),
        array(messages, LocalTime[]::new, message -> message.hours().opens()),
        array(messages, LocalTime[]::new, message -> message.hours().closes()));
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable String channel(Message message) {
    return message.channel() == null ? null : message.channel().key();
  }

  private static Function<Message, @Nullable String> ofArm(Function<Arm, String> column) {
    return message -> {
      Arm arm = message.origin().arm();
      return arm == null ? null : column.apply(arm);
    };
  }

  static <T> Object array(
      List<Message> messages,
      IntFunction<T[]> array,
      Function<Message, ? extends @Nullable T> column) {
    T[] values = array.apply(messages.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(messages.get(i));
    }
    return values;
  }

  static Tuple columns(Object... arrays) {
    Tuple tuple = Tuple.tuple();
    for (Object column : arrays) {
      tuple.addValue(column);
    }
    return tuple;
  }
}

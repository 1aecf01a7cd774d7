package io.aftercare.followup.reaction;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.call.HeldCalls;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.note.CustomerNotes;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Reasons;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.kit.problem.Problems;
import io.aftercare.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records a suspicion, starts its clock and tells the house. The words of the description are
 * sealed in the customer's file first: where that cannot be done, nothing is recorded.
 */
@ApplicationScoped
class RecordReaction {

  private static final Logger LOG = Logger.getLogger(RecordReaction.class);

  private final Pool pool;
  private final Outbox outbox;
  private final Calls calls;
  private final KnownCustomers customers;
  private final SoldMedicines soldMedicines;
  private final CustomerNotes notes;
  private final Reactions reactions;
  private final AccessLog accessLog;
  private final ReactionRules rules;
  private final Clock clock;

  RecordReaction(
      Pool pool,
      Outbox outbox,
      Calls calls,
      KnownCustomers customers,
      SoldMedicines soldMedicines,
      CustomerNotes notes,
      Reactions reactions,
      AccessLog accessLog,
      ReactionRules rules,
      Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.calls = calls;
    this.customers = customers;
    this.soldMedicines = soldMedicines;
    this.notes = notes;
    this.reactions = reactions;
    this.accessLog = accessLog;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What was recorded.
   *
   * @param isNew false where the same had been recorded before
   */
  record Recorded(Reaction reaction, boolean isNew) {}

  private record Patient(UUID customerId, @Nullable UUID callId, @Nullable String storeId) {}

  /**
   * @param pharmacist may record for any customer; others only for a call that they made
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 400 when an element is
   *     missing, 404 when the call is not theirs, 409 when another content has this id, 503 when
   *     the customer's file is out of reach
   */
  Uni<Recorded> record(NewReaction said, String who, boolean pharmacist) {
    Instant now = clock.instant();
    // The most eastern clock: a date that has begun anywhere can be meant.
    Reaction.Told told = said.told(LocalDate.ofInstant(now, ZoneOffset.ofHours(14)));
    if (said.callId() == null && !pharmacist) {
      throw Problems.invalid("callId", "must be given: the call in which it came up");
    }
    UUID id = said.id() == null ? Ids.next() : said.id();
    return pool.withTransaction(transaction -> patient(transaction, said, who, pharmacist))
        .chain(
            patient ->
                sealed(said, patient, id, who)
                    .map(noteId -> reaction(id, patient, told, noteId, who, now)))
        .chain(reaction -> outbox.inTransaction(transaction -> keep(transaction, reaction, who)));
  }

  private Uni<Patient> patient(
      SqlConnection transaction, NewReaction said, String who, boolean pharmacist) {
    UUID call = said.callId();
    if (call != null) {
      return calls
          .lock(transaction, List.of(call))
          .map(found -> ofCall(found, call, who, pharmacist));
    }
    UUID customer = said.customerId();
    return customers
        .resolve(transaction, List.of(customer))
        .map(
            resolved -> {
              KnownCustomers.Resolved owner = resolved.get(customer);
              if (owner == null || owner.customer() == null) {
                throw Problems.invalid("customerId", "is no customer we know of");
              }
              return new Patient(owner.id(), null, null);
            });
  }

  private static Patient ofCall(List<Call> found, UUID id, String who, boolean pharmacist) {
    return found.stream()
        .filter(call -> pharmacist || holds(call, who) || madeLast(call, who))
        .map(call -> new Patient(call.customerId(), call.id(), call.origin().storeId()))
        .findFirst()
        .orElseThrow(() -> HeldCalls.noSuchCall(id));
  }

  private static boolean holds(Call call, String who) {
    return call.holding() != null && call.holding().agent().equals(who);
  }

  private static boolean madeLast(Call call, String who) {
    return call.last() != null && call.last().agent().equals(who);
  }

  private Uni<@Nullable UUID> sealed(NewReaction said, Patient patient, UUID id, String who) {
    UUID about = patient.callId() == null ? id : patient.callId();
    return said.description() == null || said.description().isBlank()
        ? Uni.createFrom().nullItem()
        : notes.write(patient.customerId(), about, who, said.description());
  }

  private Reaction reaction(
      UUID id,
      Patient patient,
      Reaction.Told told,
      @Nullable UUID noteId,
      String who,
      Instant now) {
    return new Reaction(
        id,
        1,
        ReactionState.OPEN,
        patient.customerId(),
        patient.callId(),
        patient.storeId(),
        told,
        noteId,
        who,
        now,
        rules.due(told.serious(), now),
        null,
        null,
        null);
  }

  private Uni<Recorded> keep(SqlConnection transaction, Reaction bare, String who) {
    return soldMedicines
        .of(transaction, bare.customerId())
        .map(sold -> named(bare, sold))
        .chain(
            reaction ->
                reactions
                    .add(transaction, reaction)
                    .chain(
                        isNew ->
                            isNew ? told(transaction, reaction) : again(transaction, reaction)))
        .call(
            recorded ->
                accessLog.read(
                    transaction,
                    who,
                    Reasons.CALL,
                    "POST /reactions",
                    List.of(recorded.reaction().customerId())));
  }

  private Uni<Recorded> told(SqlConnection transaction, Reaction reaction) {
    LOG.infof(
        "Reaction suspected, reaction=%s call=%s serious=%b due=%s",
        reaction.id(), reaction.callId(), reaction.told().serious(), reaction.dueAt());
    return outbox
        .append(transaction, List.of(ReactionEvents.suspected(reaction, reaction.recordedAt())))
        .replaceWith(new Recorded(reaction, true));
  }

  private Uni<Recorded> again(SqlConnection transaction, Reaction said) {
    return reactions
        .find(transaction, said.id())
        .map(
            before -> {
              boolean same =
                  before.recordedBy().equals(said.recordedBy())
                      && before.customerId().equals(said.customerId())
                      && before.told().equals(said.told());
              if (!same) {
                throw Problems.conflict(
                    "reaction-differs", "Another content is already recorded under this id.");
              }
              return new Recorded(before, false);
            });
  }

  /** Names and classes of what we sold ourselves. */
  private static Reaction named(Reaction bare, List<SoldMedicines.Sold> sold) {
    Reaction.Told told = bare.told();
    List<Suspect> suspects =
        told.suspects().stream()
            .map(
                suspect ->
                    sold.stream()
                        .map(SoldMedicines.Sold::medicine)
                        .filter(suspect::sameProduct)
                        .findFirst()
                        .orElse(suspect))
            .toList();
    return new Reaction(
        bare.id(),
        bare.version(),
        bare.state(),
        bare.customerId(),
        bare.callId(),
        bare.storeId(),
        new Reaction.Told(
            told.reporter(), told.events(), told.onset(), told.result(), told.criteria(), suspects),
        bare.noteId(),
        bare.recordedBy(),
        bare.recordedAt(),
        bare.dueAt(),
        null,
        null,
        null);
  }
}

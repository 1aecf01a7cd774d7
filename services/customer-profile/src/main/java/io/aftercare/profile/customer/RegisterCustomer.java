package io.aftercare.profile.customer;

import io.aftercare.kit.batch.Gatherer;
import io.aftercare.kit.batch.SqlFailure;
import io.aftercare.kit.outbox.Event;
import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Registers customers, each once. Concurrent ones are gathered into one transaction, with their
 * events. An id that was used before is compared with what was registered under it, whatever was
 * corrected since.
 */
@ApplicationScoped
class RegisterCustomer {

  private static final Logger LOG = Logger.getLogger(RegisterCustomer.class);

  private static final int TRIES = 10;

  /** What became of a registration. */
  sealed interface Outcome {

    /** The customer is known from now on. */
    record Created(CustomerFile file) implements Outcome {}

    /** The same was registered under this id before. */
    record Repeated(UUID id) implements Outcome {}

    /** The same store registered something else under this id. */
    record Differs(UUID id, List<String> fields) implements Outcome {}

    /** The id belongs to a customer of another store, or to one who was erased. */
    record Taken(UUID id) implements Outcome {}
  }

  /**
   * Who registers.
   *
   * @param storeId absent for headquarters
   */
  record Registrar(@Nullable String storeId, String subject) {}

  /** Somebody who is about to be registered, sealed by now. */
  record Registration(
      CustomerFile file, Particulars.Registered said, @Nullable String traceparent) {

    UUID id() {
      return file.customer().id();
    }
  }

  private final Scoped scoped;
  private final Outbox outbox;
  private final Registrations registrations;
  private final Vault vault;
  private final Marks marks;
  private final Clock clock;
  private final Gatherer<Registration, Outcome> gatherer;

  RegisterCustomer(
      Scoped scoped,
      Outbox outbox,
      Registrations registrations,
      Vault vault,
      Marks marks,
      Clock clock,
      @ConfigProperty(name = "aftercare.registration.gather.batch") int batch,
      @ConfigProperty(name = "aftercare.registration.gather.in-flight") int inFlight,
      @ConfigProperty(name = "aftercare.registration.gather.waiting") int waiting) {
    this.scoped = scoped;
    this.outbox = outbox;
    this.registrations = registrations;
    this.vault = vault;
    this.marks = marks;
    this.clock = clock;
    this.gatherer =
        new Gatherer<>(
            "registration", new Gatherer.Limits(batch, inFlight, waiting), this::together);
  }

  /**
   * Registers one customer together with whoever else is being registered. Seals at once, on the
   * calling thread.
   */
  Uni<Outcome> register(UUID id, Particulars.Registered said, Registrar by) {
    return gatherer.submit(seal(id, said, by));
  }

  /** Seals what somebody left, so that it can be registered. */
  Registration seal(UUID id, Particulars.Registered said, Registrar by) {
    Instant now = Instant.now(clock);
    var file = CustomerFile.seal(id, said, by.storeId(), by.subject(), now, vault, marks);
    return new Registration(file, said, Event.currentTrace());
  }

  /**
   * Registers all of them in one transaction; what became of each, in their order.
   *
   * @param dryRun does all of it and takes it back
   */
  Uni<List<Outcome>> registerTogether(List<Registration> batch, boolean dryRun) {
    Map<UUID, Registration> byId = byId(batch);
    return Uni.createFrom()
        .deferred(
            () ->
                scoped.inTransaction(
                    new Reach.House(),
                    transaction ->
                        store(transaction, byId)
                            .invoke(
                                stored -> {
                                  if (dryRun) {
                                    throw new TakenBack(stored);
                                  }
                                })))
        .onFailure(TakenBack.class)
        .recoverWithItem(dry -> ((TakenBack) dry).stored)
        .onFailure(failure -> SqlFailure.of(failure) == SqlFailure.CONFLICT)
        .retry()
        .atMost(TRIES)
        .map(stored -> batch.stream().map(each -> outcome(each, byId, stored)).toList());
  }

  private Uni<List<Outcome>> together(List<Registration> batch) {
    Map<UUID, Registration> byId = byId(batch);
    return scoped
        .inTransaction(new Reach.House(), transaction -> store(transaction, byId))
        .map(stored -> batch.stream().map(each -> outcome(each, byId, stored)).toList())
        .invoke(RegisterCustomer::log);
  }

  private static Map<UUID, Registration> byId(List<Registration> batch) {
    // Sorted by id, and each id once: whoever repeats it within the batch is compared with what was
    // stored.
    Map<UUID, Registration> byId = new TreeMap<>();
    batch.forEach(registration -> byId.putIfAbsent(registration.id(), registration));
    return byId;
  }

  private record Stored(Set<UUID> created, Map<UUID, Registrations.Known> before) {}

  /** Takes back what a dry run did. */
  private static final class TakenBack extends RuntimeException {
    private final transient Stored stored;

    TakenBack(Stored stored) {
      super("A dry run stores nothing", null, false, false);
      this.stored = stored;
    }
  }

  private Uni<Stored> store(SqlConnection transaction, Map<UUID, Registration> byId) {
    List<CustomerFile> files = byId.values().stream().map(Registration::file).toList();
    return registrations
        .insert(transaction, files)
        .call(created -> outbox.append(transaction, events(byId, created)))
        .chain(
            created -> {
              List<UUID> losers =
                  byId.keySet().stream().filter(id -> !created.contains(id)).toList();
              return registrations
                  .find(transaction, losers)
                  .map(before -> new Stored(created, before));
            });
  }

  private static List<Event> events(Map<UUID, Registration> byId, Set<UUID> created) {
    List<Event> events = new ArrayList<>(created.size());
    byId.forEach(
        (id, registration) -> {
          if (created.contains(id)) {
            events.add(CustomerEvents.registered(registration.file(), registration.traceparent()));
          }
        });
    return events;
  }

  private Outcome outcome(Registration asked, Map<UUID, Registration> byId, Stored stored) {
    UUID id = asked.id();
    if (!stored.created().contains(id)) {
      return compare(asked, stored.before().get(id));
    }
    Registration first = byId.get(id);
    if (first == asked) {
      return new Outcome.Created(asked.file());
    }
    return Objects.equals(storeOf(first), storeOf(asked))
        ? compare(id, first.said(), asked.said())
        : new Outcome.Taken(id);
  }

  private Outcome compare(Registration asked, Registrations.@Nullable Known before) {
    UUID id = asked.id();
    if (before == null
        || before.dataKey() == null
        || before.registration() == null
        || !Objects.equals(before.storeId(), storeOf(asked))) {
      return new Outcome.Taken(id);
    }
    var said = Customer.registration(id, vault.open(id, before.dataKey()), before.registration());
    return compare(id, said, asked.said());
  }

  private static Outcome compare(
      UUID id, Particulars.Registered before, Particulars.Registered now) {
    List<String> fields = before.differencesTo(now);
    return fields.isEmpty() ? new Outcome.Repeated(id) : new Outcome.Differs(id, fields);
  }

  private static @Nullable String storeOf(Registration registration) {
    return registration.file().customer().storeId();
  }

  private static void log(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Created(CustomerFile file)) {
        LOG.infof(
            "Customer registered, customer=%s store=%s",
            file.customer().id(), file.customer().storeId());
      }
    }
  }
}

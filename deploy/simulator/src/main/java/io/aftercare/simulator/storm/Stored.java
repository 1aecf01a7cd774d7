package io.aftercare.simulator.storm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the house has in its databases after the storm.
 *
 * @param dueBy calls due by this instant of business time were offered to agents before the look
 * @param knownSales the version of each sale that follow-up goes by
 * @param knownCustomers those follow-up has heard of
 * @param waiting events that were committed and never sent
 * @param parked dead letters by consumer
 */
record Stored(
    Instant dueBy,
    List<Sale> sales,
    Set<UUID> customers,
    Map<UUID, Long> knownSales,
    Set<UUID> knownCustomers,
    List<Call> calls,
    List<Permit> permits,
    List<Attempt> attempts,
    List<Answer> answers,
    List<Complaint> complaints,
    List<Event> waiting,
    Map<String, Long> parked) {

  record Sale(UUID id, String number, String status, long version) {}

  /**
   * @param lapsed seconds since the lease ran out, by the database's clock; 0 when it runs or
   *     nobody holds it
   * @param permitted the number was given out to its holder
   */
  record Call(
      UUID id,
      UUID saleId,
      Contact contact,
      String state,
      long epoch,
      double lapsed,
      boolean permitted,
      boolean pharmacist,
      Instant dueAt,
      Instant closesAt,
      @Nullable String disposition,
      @Nullable Integer satisfaction,
      @Nullable String complaint,
      @Nullable String cancelReason) {

    boolean is(String other) {
      return state.equals(other);
    }
  }

  /**
   * @param agent the subject
   */
  record Permit(UUID call, long epoch, String agent, @Nullable String refusal) {}

  record Attempt(
      UUID call,
      long epoch,
      String agent,
      String disposition,
      @Nullable Integer satisfaction,
      @Nullable String complaint) {}

  record Answer(UUID call, int score) {}

  record Complaint(UUID call, String category) {}

  /**
   * @param service whose outbox it waits in
   */
  record Event(String service, String type, UUID key, long version) {}
}

package io.aftercare.profile.medication;

import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Aliases;
import io.aftercare.profile.customer.CustomerFile;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What customers take, read for a {@link Reading} only. */
@ApplicationScoped
class Medication {

  private final Scoped scoped;
  private final Customers customers;
  private final Aliases aliases;
  private final AuditTrail audit;
  private final Clock clock;

  Medication(Scoped scoped, Customers customers, Aliases aliases, AuditTrail audit, Clock clock) {
    this.scoped = scoped;
    this.customers = customers;
    this.aliases = aliases;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the customer takes, with what was bought under ids that were merged into this one.
   *
   * @param period days of the period of adherence; absent for all since the first supply
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer within reach
   */
  Uni<MedicationRecord> read(
      UUID customer, @Nullable Integer period, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            customers
                .find(session, customer, reach)
                .call(found -> audit.record(session, reading, List.of(customer)))
                .chain(file -> record(session, file, period)));
  }

  private Uni<MedicationRecord> record(
      Mutiny.Session session, CustomerFile file, @Nullable Integer period) {
    UUID customer = file.customer().id();
    LocalDate today = LocalDate.ofInstant(clock.instant(), file.customer().zoneId());
    return aliases
        .idsOf(session, customer)
        .chain(
            ids ->
                visits(session, ids)
                    .chain(
                        visits ->
                            dispensings(session, ids)
                                .map(
                                    all ->
                                        MedicationRecord.of(
                                            customer, visits, all, today, period))));
  }

  private static Uni<List<LocalDate>> visits(Mutiny.Session session, List<UUID> ids) {
    return session
        .createNativeQuery(
            "select distinct sold_on from purchase where customer_id in :ids and not voided",
            LocalDate.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private static Uni<List<Dispensing>> dispensings(Mutiny.Session session, List<UUID> ids) {
    return session
        .createQuery(
            "from Dispensing d where d.customerId in :ids order by d.soldOn, d.saleId, d.line",
            Dispensing.class)
        .setParameter("ids", ids)
        .getResultList();
  }
}

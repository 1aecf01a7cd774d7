package io.aftercare.profile.customer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.phone.Phone;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The customer files. They are opened for a {@link Reading} only, which is on record before the
 * file is handed out.
 */
@ApplicationScoped
public class Customers {

  private static final String VISIBLE_TO_STORE =
      """
       and (c.storeId = :store or exists (
         select 1 from Acquaintance a where a.customerId = c.id and a.storeId = :store and a.until > :now) or exists (
         select 1 from BrokenGlass g where g.customerId = c.id and g.person = :person and g.until > :now))
      """;

  private final Scoped scoped;
  private final AuditTrail audit;
  private final Vault vault;
  private final Clock clock;

  Customers(Scoped scoped, AuditTrail audit, Vault vault, Clock clock) {
    this.scoped = scoped;
    this.audit = audit;
    this.vault = vault;
    this.clock = clock;
  }

  /** One file, opened; empty when there is none within reach, or it was erased. */
  public Uni<Optional<Profile>> read(UUID id, Reach reach, Reading reading) {
    return scoped.inSession(
        reach,
        session ->
            load(session, id, reach, LockModeType.NONE)
                .chain(files -> open(session, files, reading))
                .map(profiles -> profiles.stream().findFirst()));
  }

  /** Where a file stands, whether or not it can still be opened; empty when there never was one. */
  public Uni<Optional<Customer.Status>> status(UUID id) {
    return scoped.inSession(
        new Reach.House(),
        session ->
            session
                .createQuery(
                    "select c.status from Customer c where c.id = :id", Customer.Status.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
  }

  /**
   * The file, sealed, and locked until the transaction ends, so that changes of one customer come
   * one after the other.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none within
   *     reach, or it was erased; 409 when it was merged, naming the survivor
   */
  public Uni<CustomerFile> lock(Mutiny.Session session, UUID id, Reach reach) {
    return lockEvenMerged(session, id, reach)
        .invoke(
            file -> {
              if (file.customer().status() == Customer.Status.MERGED) {
                throw merged(file.customer());
              }
            });
  }

  /**
   * The same, also of a file that is another's by now.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none within
   *     reach, or it was erased
   */
  public Uni<CustomerFile> lockEvenMerged(Mutiny.Session session, UUID id, Reach reach) {
    return load(session, id, reach, LockModeType.PESSIMISTIC_WRITE)
        .map(files -> onlyOne(files, id));
  }

  /** 409: nothing is written into a file that is another's by now. */
  public static HttpProblem merged(Customer customer) {
    return Problems.conflicting(
            "customer-merged",
            "Customer %s was merged into %s; go on there."
                .formatted(customer.id(), customer.mergedInto()))
        .with("mergedInto", String.valueOf(customer.mergedInto()))
        .build();
  }

  /**
   * The file, sealed.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is none within
   *     reach, or it was erased
   */
  public Uni<CustomerFile> find(Mutiny.Session session, UUID id, Reach reach) {
    return load(session, id, reach, LockModeType.NONE).map(files -> onlyOne(files, id));
  }

  private static CustomerFile onlyOne(List<CustomerFile> files, UUID id) {
    return files.stream().findFirst().orElseThrow(() -> Problems.notFound("customer", id));
  }

  /** Opens files that were loaded in this session, and puts that on record. */
  public Uni<List<Profile>> open(
      Mutiny.Session session, List<CustomerFile> files, Reading reading) {
    List<UUID> ids = files.stream().map(file -> file.customer().id()).toList();
    return audit
        .record(session, reading, ids)
        .map(recorded -> files.stream().map(file -> file.open(vault)).toList());
  }

  /**
   * The files of these customers that can still be opened, as far as the reach goes, in the order
   * of their ids.
   */
  public Uni<List<CustomerFile>> load(Mutiny.Session session, Collection<UUID> ids, Reach reach) {
    String some = "from Customer c where c.id in :ids and c.status not in (ERASED, MERGED)";
    return within(reach, session, some, " order by c.id")
        .setParameter("ids", ids)
        .getResultList()
        .chain(customers -> files(session, customers));
  }

  private Uni<List<CustomerFile>> load(
      Mutiny.Session session, UUID id, Reach reach, LockModeType lock) {
    return within(reach, session, "from Customer c where c.id = :id and c.status <> ERASED", "")
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultList()
        .chain(customers -> files(session, customers));
  }

  private Mutiny.SelectionQuery<Customer> within(
      Reach reach, Mutiny.Session session, String query, String order) {
    return switch (reach) {
      case Reach.Chain(), Reach.House() -> session.createQuery(query + order, Customer.class);
      case Reach.Store(String store, String person) ->
          session
              .createQuery(query + VISIBLE_TO_STORE + order, Customer.class)
              .setParameter("store", store)
              .setParameter("person", person)
              .setParameter("now", Instant.now(clock));
    };
  }

  private Uni<List<CustomerFile>> files(Mutiny.Session session, List<Customer> customers) {
    if (customers.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<UUID> ids = customers.stream().map(Customer::id).toList();
    return parts(session, Phone.class, ids, "rank")
        .chain(
            phones ->
                parts(session, Caregiver.class, ids, "rank")
                    .chain(
                        carers ->
                            parts(session, Consent.class, ids, "number")
                                .map(consents -> assemble(customers, phones, carers, consents))));
  }

  private static <T> Uni<List<T>> parts(
      Mutiny.Session session, Class<T> type, List<UUID> ids, String order) {
    return session
        .createQuery(
            "from %s p where p.customerId in :ids order by p.%s"
                .formatted(type.getSimpleName(), order),
            type)
        .setParameter("ids", ids)
        .getResultList();
  }

  private static List<CustomerFile> assemble(
      List<Customer> customers,
      List<Phone> phones,
      List<Caregiver> carers,
      List<Consent> consents) {
    var phonesOf = by(phones, Phone::customerId);
    var carersOf = by(carers, Caregiver::customerId);
    var consentsOf = by(consents, Consent::customerId);
    return customers.stream()
        .map(
            customer ->
                new CustomerFile(
                    customer,
                    phonesOf.getOrDefault(customer.id(), new ArrayList<>()),
                    carersOf.getOrDefault(customer.id(), new ArrayList<>()),
                    consentsOf.getOrDefault(customer.id(), new ArrayList<>())))
        .toList();
  }

  private static <T> Map<UUID, List<T>> by(List<T> parts, Function<T, UUID> customer) {
    return parts.stream().collect(groupingBy(customer, toList()));
  }
}

package io.aftercare.profile.rights;

import io.aftercare.kit.page.Cursor;
import io.aftercare.profile.audit.AuditTrail;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Customer;
import io.aftercare.profile.reach.BrokenGlass;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who opened files beyond their reach, and why; newest first. */
@ApplicationScoped
class BrokenGlasses {

  /** One of them, with its reason opened. */
  record Opened(
      UUID id,
      UUID customerId,
      String person,
      @Nullable String storeId,
      String reason,
      Instant at,
      Instant until) {}

  private record Found(BrokenGlass glass, Customer customer) {}

  private final Scoped scoped;
  private final AuditTrail audit;
  private final Vault vault;

  BrokenGlasses(Scoped scoped, AuditTrail audit, Vault vault) {
    this.scoped = scoped;
    this.audit = audit;
    this.vault = vault;
  }

  /** One more than the page holds, so that it is known whether there are more. */
  Uni<List<Opened>> read(GlassQuery.Part part, Reading reading) {
    return scoped.inSession(
        new Reach.Chain(),
        session ->
            find(session, part)
                .call(
                    found ->
                        audit.record(
                            session,
                            reading,
                            found.stream().map(each -> each.customer().id()).toList()))
                .map(found -> found.stream().map(this::open).toList()));
  }

  private static Uni<List<Found>> find(Mutiny.Session session, GlassQuery.Part part) {
    UUID customer = part.customer();
    Cursor after = part.after();
    String query =
        "select g, c from BrokenGlass g join Customer c on c.id = g.customerId where true = true"
            + (customer == null ? "" : " and g.customerId = :customer")
            + (after == null ? "" : " and (g.at < :at or (g.at = :at and g.id < :id))")
            + " order by g.at desc, g.id desc";
    var found = session.createSelectionQuery(query, Object[].class).setMaxResults(part.limit() + 1);
    if (customer != null) {
      found.setParameter("customer", customer);
    }
    if (after != null) {
      found.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return found
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Found((BrokenGlass) row[0], (Customer) row[1]))
                    .toList());
  }

  private Opened open(Found found) {
    BrokenGlass glass = found.glass();
    return new Opened(
        glass.id(),
        glass.customerId(),
        glass.person(),
        glass.storeId(),
        glass.reason(found.customer().safe(vault)),
        glass.at(),
        glass.until());
  }
}

package io.aftercare.profile.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Under which ids one person is known. What the other services told stays under the id they used;
 * whoever reads it asks here, so that a merge holds at once and its undoing too.
 */
@ApplicationScoped
public class Aliases {

  private static final String IDS_OF =
      """
      with recursive person (id) as (
        select cast(:id as uuid)
        union
        select c.id from customer c join person on c.merged_into = person.id
      )
      select id from person
      """;

  /** The customer's own id, and those that were merged into it. */
  public Uni<List<UUID>> idsOf(Mutiny.Session session, UUID customer) {
    return session
        .createNativeQuery(IDS_OF, UUID.class)
        .setParameter("id", customer)
        .getResultList();
  }
}

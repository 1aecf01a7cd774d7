package io.aftercare.sales.customer;

import io.aftercare.sales.habit.Firsts;
import io.aftercare.sales.habit.UsualMedicines;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gives what one customer has bought to the one that took it over, and back. */
@ApplicationScoped
class FollowMerge {

  private final MergedCustomers merged;
  private final Firsts firsts;
  private final UsualMedicines usual;

  FollowMerge(MergedCustomers merged, Firsts firsts, UsualMedicines usual) {
    this.merged = merged;
    this.firsts = firsts;
    this.usual = usual;
  }

  /** Told again it changes nothing. */
  Uni<Void> follow(SqlConnection transaction, UUID customer, UUID into) {
    return merged
        .merge(transaction, customer, into)
        .call(survivor -> firsts.move(transaction, customer, survivor))
        .chain(survivor -> usual.move(transaction, customer, survivor));
  }

  /** Of these customers, those who had been merged have what they bought again. */
  Uni<Void> separate(SqlConnection transaction, List<UUID> customers) {
    return merged
        .among(transaction, customers)
        .chain(
            apart -> {
              Uni<Void> all = Uni.createFrom().voidItem();
              for (UUID customer : apart) {
                all = all.chain(() -> separate(transaction, customer));
              }
              return all;
            });
  }

  private Uni<Void> separate(SqlConnection transaction, UUID customer) {
    return merged
        .separate(transaction, customer)
        .call(apart -> firsts.giveBack(transaction, apart.survivor(), customer, apart.ids()))
        .chain(apart -> usual.giveBack(transaction, apart.survivor(), customer, apart.ids()));
  }
}

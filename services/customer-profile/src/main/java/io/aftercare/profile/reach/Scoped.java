package io.aftercare.profile.reach;

import io.aftercare.kit.inbox.Inbox;
import io.aftercare.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens transactions that see no further than a reach. It is the one way to the customers' tables:
 * their row level security goes by what is set here, and a transaction opened otherwise sees none
 * of their rows. It is the second wall; the queries ask for no more than the reach by themselves.
 */
@ApplicationScoped
public class Scoped {

  private static final String SET =
      """
      select set_config('aftercare.scope', $1, true), set_config('aftercare.person', $2, true),
        set_config('aftercare.now', $3, true)
      """;

  private static final String SET_IN_SESSION =
      """
      select concat(set_config('aftercare.scope', :scope, true), set_config('aftercare.person', :person, true),
        set_config('aftercare.now', :now, true))
      """;

  /**
   * @param person whoever is granted single files beyond their store; nobody when empty
   */
  private record Setting(String scope, String person) {

    static Setting of(Reach reach) {
      return switch (reach) {
        case Reach.Chain() -> new Setting("chain", "");
        case Reach.House() -> new Setting("house", "");
        case Reach.Store(String store, String person) -> new Setting("store:" + store, person);
      };
    }
  }

  private final Outbox outbox;
  private final Clock clock;

  Scoped(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Runs the work in a Hibernate session and transaction; its events go out once it committed. */
  public <T> Uni<T> inSession(Reach reach, Function<Mutiny.Session, Uni<T>> work) {
    return outbox.inSession(session -> narrow(session, reach).chain(() -> work.apply(session)));
  }

  /** The same in a transaction of the SQL client. */
  public <T> Uni<T> inTransaction(Reach reach, Function<SqlConnection, Uni<T>> work) {
    return outbox.inTransaction(
        transaction -> narrow(transaction, reach).chain(() -> work.apply(transaction)));
  }

  /** The handler of a consumer, at work for the whole house. */
  public Inbox.Handler inHouse(Inbox.Handler handler) {
    return (transaction, events) ->
        narrow(transaction, new Reach.House()).chain(() -> handler.handle(transaction, events));
  }

  /** From here on the transaction sees as far as this reach, whatever it saw before. */
  public Uni<Void> narrow(Mutiny.Session session, Reach reach) {
    Setting setting = Setting.of(reach);
    return session
        .createNativeQuery(SET_IN_SESSION, String.class)
        .setParameter("scope", setting.scope())
        .setParameter("person", setting.person())
        .setParameter("now", clock.instant().toString())
        .getSingleResult()
        .replaceWithVoid();
  }

  private Uni<Void> narrow(SqlConnection transaction, Reach reach) {
    Setting setting = Setting.of(reach);
    return transaction
        .preparedQuery(SET)
        .execute(Tuple.of(setting.scope(), setting.person(), clock.instant().toString()))
        .replaceWithVoid();
  }
}

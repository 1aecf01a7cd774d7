package io.aftercare.followup.desk;

import io.aftercare.followup.call.SupplyHistory;
import io.aftercare.followup.programme.Offset;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.followup.programme.Step;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Whether what a call reminds of has been done. Sales close reminders as they are told; two that
 * are told in the same moment may miss each other, so that it is asked once more before the dial.
 */
@ApplicationScoped
class Settled {

  private final SupplyHistory history;
  private final Programmes programmes;

  Settled(SupplyHistory history, Programmes programmes) {
    this.history = history;
    this.programmes = programmes;
  }

  /** Asks nothing of the database for a call that is no reminder. */
  Uni<Boolean> of(SqlConnection connection, DeskCall found) {
    var origin = found.call().origin();
    Programme programme = programmes.find(origin.programme(), origin.programmeVersion());
    Step step = programme == null ? null : programme.step(origin.step());
    if (step == null || !(step.after() instanceof Offset.RefillDue)) {
      return Uni.createFrom().item(false);
    }
    var contacts = programmes.contacts(Map.of(origin.programme(), origin.programmeVersion()));
    return history
        .of(connection, found.sale(), found.owner().id())
        .map(
            supplies ->
                contacts.of(found.sale(), found.owner().customer(), null, supplies).stream()
                    .anyMatch(
                        contact ->
                            contact.programme().key().equals(origin.programme())
                                && contact.step().number() == origin.step()
                                && contact.settled()));
  }
}

package io.aftercare.profile.takecare;

import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Difficulty;
import io.aftercare.profile.customer.EditCustomer;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Remembers on a file that a conversation was difficult; what somebody wrote there stays. */
@ApplicationScoped
class RememberDifficulty {

  private static final Logger LOG = Logger.getLogger(RememberDifficulty.class);

  private final EditCustomer editCustomer;
  private final Vault vault;

  RememberDifficulty(EditCustomer editCustomer, Vault vault) {
    this.editCustomer = editCustomer;
    this.vault = vault;
  }

  /**
   * Completes once it is committed. Of the same call it says more, told again it changes nothing,
   * and an earlier conversation does not take a later one's place.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such file
   */
  Uni<Void> remember(UUID id, Difficulty difficulty, Reading reading) {
    return editCustomer
        .edit(id, null, file -> file.wasDifficult(difficulty, vault), new Reach.House(), reading)
        .invoke(
            profile ->
                LOG.infof(
                    "Difficulty remembered, customer=%s version=%d call=%s",
                    profile.id(), profile.version(), difficulty.callId()))
        .replaceWithVoid();
  }
}

package io.aftercare.profile.takecare;

import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Caution;
import io.aftercare.profile.customer.EditCustomer;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Leaves a word on a file to take care, takes its place, or takes all care off it. */
@ApplicationScoped
class AskToTakeCare {

  private static final Logger LOG = Logger.getLogger(AskToTakeCare.class);

  private final EditCustomer editCustomer;
  private final Vault vault;

  AskToTakeCare(EditCustomer editCustomer, Vault vault) {
    this.editCustomer = editCustomer;
    this.vault = vault;
  }

  /**
   * Completes once it is committed; said again, it changes nothing.
   *
   * @param caution absent where no care is needed any more
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach
   */
  Uni<Void> ask(UUID id, @Nullable Caution caution, Reach reach, Reading reading) {
    return editCustomer
        .edit(
            id,
            null,
            file -> caution == null ? file.takeNoMoreCare(vault) : file.takeCare(caution, vault),
            reach,
            reading)
        .invoke(profile -> log(profile, caution != null))
        .replaceWithVoid();
  }

  private static void log(Profile profile, boolean asked) {
    LOG.infof(
        "%s, customer=%s version=%d",
        asked ? "Asked to take care" : "No care asked for", profile.id(), profile.version());
  }
}

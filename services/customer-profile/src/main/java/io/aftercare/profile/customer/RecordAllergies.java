package io.aftercare.profile.customer;

import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what a customer said of allergies in place of what was on file. */
@ApplicationScoped
class RecordAllergies {

  /**
   * What the customer does not bear.
   *
   * @param allergies all that are known; none where the customer said there are none
   */
  record Allergies(@NotNull @Size(max = 50) List<@NotNull @Valid Allergy> allergies) {}

  private final EditCustomer editCustomer;
  private final Vault vault;

  RecordAllergies(EditCustomer editCustomer, Vault vault) {
    this.editCustomer = editCustomer;
    this.vault = vault;
  }

  /**
   * The file as it then stands; what is on file already changes nothing.
   *
   * @param edited the version that was edited, where the counter says so
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach; 412 changed
   *     meanwhile
   */
  Uni<Profile> record(
      UUID id, @Nullable Long edited, Allergies said, Reach reach, Reading reading) {
    return editCustomer.edit(
        id, edited, file -> file.noteAllergies(said.allergies(), vault), reach, reading);
  }
}

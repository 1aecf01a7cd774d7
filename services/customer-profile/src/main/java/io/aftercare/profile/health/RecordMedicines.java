package io.aftercare.profile.health;

import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.EditCustomer;
import io.aftercare.profile.customer.LongTermMedicine;
import io.aftercare.profile.customer.Profile;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts what a customer said of the medicines they always take in place of what was on file. */
@ApplicationScoped
class RecordMedicines {

  private final EditCustomer editCustomer;
  private final Vault vault;

  RecordMedicines(EditCustomer editCustomer, Vault vault) {
    this.editCustomer = editCustomer;
    this.vault = vault;
  }

  /**
   * The file as it then stands; what is on file already changes nothing.
   *
   * @param edited the version that was edited
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 out of reach; 412 changed
   *     meanwhile
   */
  Uni<Profile> record(
      UUID id, long edited, List<LongTermMedicine> said, Reach reach, Reading reading) {
    return editCustomer.edit(id, edited, file -> file.noteMedicines(said, vault), reach, reading);
  }
}

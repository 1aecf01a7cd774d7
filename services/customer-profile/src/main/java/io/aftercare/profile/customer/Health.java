package io.aftercare.profile.customer;

import java.util.List;

/** What a customer told of their health; kept sealed as one document. */
public record Health(List<Condition> conditions, List<LongTermMedicine> medicines) {

  static final Health UNTOLD = new Health(List.of(), List.of());

  public Health {
    conditions = List.copyOf(conditions);
    medicines = List.copyOf(medicines);
  }

  Health withConditions(List<Condition> said) {
    return new Health(said, medicines);
  }

  Health withMedicines(List<LongTermMedicine> said) {
    return new Health(conditions, said);
  }
}

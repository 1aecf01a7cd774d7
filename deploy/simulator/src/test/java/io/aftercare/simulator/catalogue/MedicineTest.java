package io.aftercare.simulator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ramipril 5 MG Oral Capsule                             | ramipril               | 5 MG           | capsule",
        "traZODone hydrochloride 50 MG Oral Tablet              | traZODone hydrochloride | 50 MG         | tablet",
        "24 HR metoprolol succinate 100 MG Extended Release Oral Tablet | metoprolol succinate | 100 MG   | tablet",
        "NDA012345 60 ACTUAT Budesonide 0.18 MG/ACTUAT Dry Powder Inhaler | Budesonide   | 0.18 MG/ACTUAT | inhaler",
        "0.5 ML Semaglutide 1.34 MG/ML Pen Injector             | Semaglutide            | 1.34 MG/ML     | pen",
        "Timolol 5 MG/ML Ophthalmic Solution                    | Timolol                | 5 MG/ML        | eye drops",
        "72 HR Fentanyl 0.025 MG/HR Transdermal System          | Fentanyl               | 0.025 MG/HR    | patch",
        "Losartan 50 MG / Hydrochlorothiazide 12.5 MG Oral Tablet | Losartan / Hydrochlorothiazide | 50 MG / 12.5 MG | tablet",
        "Ibuprofen 400 MG Oral Tablet [Moortrin]                | Moortrin (Ibuprofen)   | 400 MG         | tablet",
        "Errin 28 Day Pack                                      | Errin                  | 28 Day         | pack",
        "{21 (ethinyl estradiol 0.03 MG Oral Tablet) } Pack [Levora] | Levora            | -              | pack",
        "Verapamil Hydrochloride 40 MG                          | Verapamil Hydrochloride | 40 MG         | -",
        "Gauze                                                  | Gauze                  | -              | -"
      })
  void aNameFallsIntoItsParts(String description, String name, String strength, String form) {
    Medicine medicine = Medicine.parse(description);

    assertThat(medicine.name()).isEqualTo(name);
    assertThat(medicine.strength()).isEqualTo(strength);
    assertThat(medicine.formWords()).isEqualTo(form);
  }

  @Test
  void formsThatTakeTechniqueAreSpecial() {
    assertThat(Medicine.parse("Latanoprost 0.05 MG/ML Ophthalmic Solution").form())
        .matches(Form::special);
    assertThat(Medicine.parse("Ramipril 5 MG Oral Capsule").form())
        .matches(form -> !form.special());
  }
}

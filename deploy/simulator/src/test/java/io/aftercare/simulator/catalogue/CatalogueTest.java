package io.aftercare.simulator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.simulator.chain.Product;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  /**
   * Anticoagulants, insulins, opioids, immunosuppressants, lithium, antiepileptics, cancer
   * medicines.
   */
  private static final Pattern HIGH_ALERT =
      Pattern.compile("(B01A[ABEFX]|A10A|N02A|L04|N05AN|N03A|L01).*");

  private final Catalogue catalogue = Catalogue.demo();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Lisinopril 20 MG Oral Tablet                                    | C09AA03",
        "Hydrochlorothiazide 12.5 MG / Lisinopril 20 MG Oral Tablet      | C09BA03",
        "Amoxicillin 500 MG Oral Capsule                                 | J01CA04",
        "Amoxicillin 875 MG / Clavulanate 125 MG Oral Tablet             | J01CR02",
        "50 ACTUAT Fluticasone propionate 0.05 MG/ACTUAT Metered Dose Nasal Spray | R01AD08",
        "60 ACTUAT Fluticasone propionate 0.1 MG/ACTUAT Dry Powder Inhaler | R03BA05",
        "Timolol 2.5 MG/ML Ophthalmic Solution                           | S01ED01",
        "Aspirin 81 MG Oral Tablet                                       | B01AC06",
        "Aspirin 325 MG Oral Tablet                                      | N02BA01",
        "Ethinyl Estradiol 0.02 MG / Levonorgestrel 0.1 MG Oral Tablet   | G03AA07",
        "Estradiol 1 MG Oral Tablet                                      | G03CA03",
        "insulin, regular, human 100 UNT/ML Injectable Solution          | A10AB01",
        "Camila 28 Day Pack                                              | G03AC01",
        "Acetaminophen 250 MG / Unheardof 10 MG Oral Tablet              | -",
        "Unheardof 10 MG Oral Tablet                                     | -"
      })
  void theIngredientsAndTheRouteGiveTheClass(String description, String atc) {
    assertThat(catalogue.product("1", description).atc()).isEqualTo(atc);
  }

  @Test
  void aProductCarriesTheFactsOfItsIngredient() {
    Product product = catalogue.product("2", "Warfarin Sodium 5 MG Oral Tablet");

    assertThat(product)
        .isEqualTo(
            new Product(
                "rxnorm",
                "2",
                "Warfarin Sodium",
                "5 MG",
                "tablet",
                "B01AA03",
                true,
                30,
                true,
                false,
                true));
  }

  @Test
  void aPackOfTheDemonstrationHasAGtinAndWhatToTell() {
    Product product = catalogue.product("855332", "Warfarin Sodium 5 MG Oral Tablet");

    assertThat(product.codes()).containsExactly(new Product.Code("gtin", "0400000010076"));
    assertThat(product.counsellingPoints()).containsOnlyKeys("en", "zh", "th");
    assertThat(product.counsellingPoints().values()).allMatch(points -> points.size() == 3);
  }

  @Test
  void whatIsNotKnownIsTakenAsOnPrescriptionAndNothingElse() {
    Product product = catalogue.product("1", "Unheardof 10 MG Oral Tablet");

    assertThat(product)
        .isEqualTo(
            new Product(
                "rxnorm",
                "1",
                "Unheardof",
                "10 MG",
                "tablet",
                null,
                true,
                null,
                false,
                false,
                false));
  }

  @Test
  void everyEntryIsAWholeAtcCode() {
    assertThat(catalogue.entries())
        .hasSizeGreaterThan(400)
        .allSatisfy(entry -> assertThat(entry.atc()).matches("[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}"));
  }

  @Test
  void everyEntryOfAHighAlertClassIsMarked() {
    assertThat(catalogue.entries())
        .filteredOn(entry -> HIGH_ALERT.matcher(entry.atc()).matches())
        .isNotEmpty()
        .allMatch(Catalogue.Entry::highAlert);
  }

  @Test
  void nearlyEverythingThatIsDispensedHasAClass() {
    Map<String, Integer> dispensed =
        Map.of(
            "lisinopril 10 MG Oral Tablet", 310,
            "amLODIPine 5 MG Oral Tablet", 150,
            "NDA000000 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler", 17,
            "0.3 ML Epinephrine 1 MG/ML Auto-Injector", 7,
            "Simvastatin 10 MG Oral Tablet", 5,
            "Acetaminophen 325 MG Oral Tablet [Paracet]", 4,
            "0.4 ML Enoxaparin sodium 100 MG/ML Prefilled Syringe", 3,
            "Naproxen sodium 220 MG Oral Tablet", 2,
            "Something new 3 MG Oral Tablet", 1);

    int all = dispensed.values().stream().mapToInt(Integer::intValue).sum();
    int classed =
        dispensed.entrySet().stream()
            .filter(entry -> catalogue.product("1", entry.getKey()).atc() != null)
            .mapToInt(Map.Entry::getValue)
            .sum();

    assertThat(classed * 100 / all).isGreaterThanOrEqualTo(95);
  }
}

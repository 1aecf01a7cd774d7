package io.aftercare.simulator.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a medicine is made up. RxNorm ends a product's name with its dose form; the longest phrase
 * found there wins.
 */
enum Form {
  CHEWABLE_TABLET("chewable tablet", Route.ORAL, false, "Chewable Tablet"),
  DISSOLVING_TABLET(
      "dissolving tablet",
      Route.ORAL,
      false,
      "Disintegrating Oral Tablet",
      "Disintegrating Tablet"),
  SUBLINGUAL_TABLET(
      "sublingual tablet",
      Route.ORAL,
      false,
      "Sublingual Tablet",
      "Buccal Tablet",
      "Sublingual Film"),
  TABLET("tablet", Route.ORAL, false, "Oral Tablet", "Tablet"),
  CAPSULE("capsule", Route.ORAL, false, "Oral Capsule", "Capsule"),
  SYRUP(
      "syrup",
      Route.ORAL,
      false,
      "Oral Solution",
      "Oral Suspension",
      "Syrup",
      "Oral Granules",
      "Powder for Oral Solution"),
  MOUTH_SPRAY("mouth spray", Route.ORAL, false, "Mucosal Spray", "Oral Spray"),
  INHALER(
      "inhaler",
      Route.INHALED,
      true,
      "Metered Dose Inhaler",
      "Dry Powder Inhaler",
      "Inhalation Powder",
      "Inhaler",
      "Inhalation Spray"),
  NEBULISER_SOLUTION(
      "nebuliser solution", Route.INHALED, true, "Inhalation Solution", "Inhalation Suspension"),
  NASAL_SPRAY(
      "nasal spray",
      Route.NASAL,
      true,
      "Metered Dose Nasal Spray",
      "Nasal Spray",
      "Nasal Inhaler",
      "Nasal Solution"),
  PEN("pen", Route.INJECTION, true, "Pen Injector", "Auto-Injector", "Cartridge"),
  INJECTION(
      "injection",
      Route.INJECTION,
      true,
      "Injectable Solution",
      "Injectable Suspension",
      "Prefilled Syringe",
      "Injection"),
  EYE_DROPS(
      "eye drops",
      Route.EYE,
      true,
      "Ophthalmic Solution",
      "Ophthalmic Suspension",
      "Ophthalmic Emulsion"),
  EYE_OINTMENT("eye ointment", Route.EYE, true, "Ophthalmic Ointment", "Ophthalmic Gel"),
  EAR_DROPS("ear drops", Route.EAR, true, "Otic Solution", "Otic Suspension"),
  PATCH(
      "patch",
      Route.PATCH,
      true,
      "Transdermal System",
      "Transdermal Patch",
      "Medicated Patch",
      "Patch"),
  CREAM("cream", Route.SKIN, false, "Topical Cream", "Topical Lotion", "Cream"),
  OINTMENT(
      "ointment",
      Route.SKIN,
      false,
      "Topical Ointment",
      "Topical Gel",
      "Topical Solution",
      "Topical Foam",
      "Medicated Shampoo"),
  VAGINAL_RING("vaginal ring", Route.VAGINAL, true, "Vaginal Ring"),
  VAGINAL_CREAM(
      "vaginal cream",
      Route.VAGINAL,
      false,
      "Vaginal Cream",
      "Vaginal Gel",
      "Vaginal Insert",
      "Vaginal Tablet"),
  SUPPOSITORY("suppository", Route.RECTAL, false, "Rectal Suppository", "Suppository", "Enema"),
  IMPLANT("implant", Route.IMPLANT, false, "Drug Implant", "Implant"),
  INTRAUTERINE_SYSTEM(
      "intrauterine system",
      Route.INTRAUTERINE,
      false,
      "Intrauterine System",
      "Intrauterine Device"),
  PACK("pack", Route.ORAL, false, "Pack");

  /** Where the medicine goes; the same substance has another ATC code on another route. */
  enum Route {
    ORAL,
    INHALED,
    NASAL,
    INJECTION,
    EYE,
    EAR,
    PATCH,
    SKIN,
    VAGINAL,
    RECTAL,
    IMPLANT,
    INTRAUTERINE
  }

  private record Phrase(String text, Form form) {}

  private static final List<Phrase> PHRASES =
      Stream.of(values())
          .flatMap(form -> form.phrases.stream().map(phrase -> new Phrase(phrase, form)))
          .sorted(
              Comparator.comparing((Phrase phrase) -> -phrase.text().length())
                  .thenComparing(Phrase::text))
          .toList();

  private final String words;
  private final Route route;
  private final boolean special;
  private final List<String> phrases;

  Form(String words, Route route, boolean special, String... phrases) {
    this.words = words;
    this.route = route;
    this.special = special;
    this.phrases = Stream.of(phrases).map(phrase -> phrase.toLowerCase(Locale.ROOT)).toList();
  }

  /** The form in plain lower-case words, as the house writes it. */
  String words() {
    return words;
  }

  Route route() {
    return route;
  }

  /** Whether it takes technique: pens, inhalers, drops, patches, injections. */
  boolean special() {
    return special;
  }

  /** The form a name ends with, and where in the name its phrase starts. */
  record Found(Form form, int start) {}

  static Optional<Found> endOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PHRASES.stream()
        .filter(phrase -> lower.endsWith(phrase.text()))
        .map(phrase -> new Found(phrase.form(), lower.length() - phrase.text().length()))
        .findFirst();
  }
}

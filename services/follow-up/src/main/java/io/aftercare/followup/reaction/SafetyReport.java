package io.aftercare.followup.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.followup.known.KnownCustomer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a regulator's form asks for, under the element numbers of ICH E2B(R3). Codes are those of
 * that guideline. What is a matter of words or of a licensed dictionary (the narrative, MedDRA
 * terms) is left to whoever fills the form; docs/adverse-reactions.md says where they find it.
 *
 * @param reportId the suspicion's id
 * @param reportType 1: spontaneous
 * @param firstReceived when the house first heard of it
 * @param expedited it meets a criterion of seriousness
 * @param reporterQualification 1 physician, 2 pharmacist, 3 other professional, 5 consumer
 * @param patient a pseudonym; never a name or initials
 * @param ageYears at the onset, else when recorded, from the month of birth; absent where unknown
 * @param narrativeNote the note in the customer's file with the description; absent without one
 */
record SafetyReport(
    @JsonProperty("C.1.1") UUID reportId,
    @JsonProperty("C.1.3") String reportType,
    @JsonProperty("C.1.4") Instant firstReceived,
    @JsonProperty("C.1.5") Instant lastChanged,
    @JsonProperty("C.1.7") boolean expedited,
    @JsonProperty("C.2.r.4") String reporterQualification,
    @JsonProperty("D.1") UUID patient,
    @JsonProperty("D.2.2a") @Nullable Long ageYears,
    @JsonProperty("E.i") List<Event> events,
    @JsonProperty("G.k") List<Drug> drugs,
    @JsonProperty("H.1") @Nullable UUID narrativeNote,
    Instant dueAt) {

  /**
   * A reaction.
   *
   * @param asReported our code for it; the MedDRA term (E.i.2.1b) is chosen by who fills the form
   * @param outcome 1 recovered, 2 recovering, 3 not recovered, 4 with consequences, 5 fatal, 0
   *     unknown
   */
  record Event(
      @JsonProperty("E.i.1.1a") String asReported,
      @JsonProperty("E.i.3.2a") boolean death,
      @JsonProperty("E.i.3.2b") boolean lifeThreatening,
      @JsonProperty("E.i.3.2c") boolean hospitalisation,
      @JsonProperty("E.i.3.2d") boolean disability,
      @JsonProperty("E.i.3.2e") boolean birthDefect,
      @JsonProperty("E.i.3.2f") boolean otherImportant,
      @JsonProperty("E.i.4") @Nullable LocalDate onset,
      @JsonProperty("E.i.7") String outcome) {}

  /**
   * A medicine under suspicion.
   *
   * @param role 1: suspect
   * @param product system and code it was sold under
   * @param name as it was sold; absent where we never sold it
   * @param assessmentMethod absent until a pharmacist has judged
   */
  record Drug(
      @JsonProperty("G.k.1") String role,
      @JsonProperty("G.k.2.1.1b") String product,
      @JsonProperty("G.k.2.2") @Nullable String name,
      @Nullable String atc,
      @JsonProperty("G.k.9.i.2.r.1") @Nullable String assessmentSource,
      @JsonProperty("G.k.9.i.2.r.2") @Nullable String assessmentMethod,
      @JsonProperty("G.k.9.i.2.r.3") @Nullable String assessmentResult) {}

  private static final Map<Reporter, String> QUALIFICATIONS =
      Map.of(
          Reporter.PHYSICIAN, "1",
          Reporter.PHARMACIST, "2",
          Reporter.OTHER_PROFESSIONAL, "3",
          Reporter.PATIENT, "5",
          Reporter.CAREGIVER, "5");

  private static final Map<Result, String> OUTCOMES =
      Map.of(
          Result.UNKNOWN, "0",
          Result.RECOVERED, "1",
          Result.RECOVERING, "2",
          Result.NOT_RECOVERED, "3",
          Result.RECOVERED_WITH_CONSEQUENCES, "4",
          Result.FATAL, "5");

  static SafetyReport of(Reaction reaction, @Nullable KnownCustomer patient) {
    Reaction.Told told = reaction.told();
    Reaction.Verdict verdict = reaction.verdict();
    // Only in words: the event is what the note says.
    List<Harm> events = told.events().isEmpty() ? List.of(Harm.OTHER) : told.events();
    return new SafetyReport(
        reaction.id(),
        "1",
        reaction.recordedAt(),
        verdict == null ? reaction.recordedAt() : verdict.at(),
        told.serious(),
        QUALIFICATIONS.get(told.reporter()),
        reaction.customerId(),
        age(reaction, patient),
        events.stream().map(harm -> event(harm, told)).toList(),
        told.suspects().stream().map(suspect -> drug(suspect, verdict)).toList(),
        reaction.noteId(),
        reaction.dueAt());
  }

  private static Event event(Harm harm, Reaction.Told told) {
    List<Criterion> criteria = told.criteria();
    return new Event(
        harm.key(),
        criteria.contains(Criterion.DEATH),
        criteria.contains(Criterion.LIFE_THREATENING),
        criteria.contains(Criterion.HOSPITALISATION),
        criteria.contains(Criterion.DISABILITY),
        criteria.contains(Criterion.BIRTH_DEFECT),
        criteria.contains(Criterion.OTHER_IMPORTANT),
        told.onset(),
        OUTCOMES.get(told.result()));
  }

  private static Drug drug(Suspect suspect, Reaction.@Nullable Verdict verdict) {
    return new Drug(
        "1",
        suspect.system() + " " + suspect.code(),
        suspect.name(),
        suspect.atc(),
        verdict == null ? null : "pharmacist",
        verdict == null ? null : "Naranjo",
        verdict == null ? null : "%s (%d)".formatted(verdict.causality().key(), verdict.score()));
  }

  private static @Nullable Long age(Reaction reaction, @Nullable KnownCustomer patient) {
    if (patient == null || patient.birthMonth() == null) {
      return null;
    }
    LocalDate onset = reaction.told().onset();
    LocalDate at =
        onset == null ? LocalDate.ofInstant(reaction.recordedAt(), ZoneOffset.UTC) : onset;
    return patient.birthMonth().until(YearMonth.from(at), ChronoUnit.YEARS);
  }
}

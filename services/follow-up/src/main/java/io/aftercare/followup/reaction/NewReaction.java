package io.aftercare.followup.reaction;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion as it is told. Valid with the four elements: an identifiable patient (by the call, or
 * by the customer), a reporter, a suspect product and an event.
 *
 * @param id brought by the client, so that a retry records it once; absent to get one
 * @param callId the call in which it came up; must be given by an agent
 * @param customerId the patient; only without a call
 * @param events what happened, in codes; at least one, or a description
 * @param onset the date on which it began; absent where unknown
 * @param result how the person is now; {@code unknown} when absent
 * @param criteria why it is serious; none when it is not
 * @param description what happened, in words; sealed in the customer's file
 */
record NewReaction(
    @Nullable UUID id,
    @Nullable UUID callId,
    @Nullable UUID customerId,
    @Nullable Reporter reporter,
    @Nullable @Size(max = 20) List<@NotNull Harm> events,
    @Nullable LocalDate onset,
    @Nullable Result result,
    @Nullable @Size(max = 6) List<@NotNull Criterion> criteria,
    @Nullable @Size(max = 20) List<@NotNull @Valid NewSuspect> suspects,
    @Nullable
        @Size(min = 1, max = 4000)
        @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
        String description) {

  /** A medicine under suspicion, by its code. */
  record NewSuspect(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,32}", message = "must be 1 to 32 of a-z 0-9 -")
          String system,
      @NotNull
          @Pattern(
              regexp = "[\\x21-\\x7e]{1,64}",
              message = "must be 1 to 64 printable characters without spaces")
          String code) {}

  /**
   * What is told, with all four elements.
   *
   * @param today the last date on which anything can have begun
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with every element that is missing
   */
  Reaction.Told told(LocalDate today) {
    List<Violation> wrong = new ArrayList<>();
    if ((callId == null) == (customerId == null)) {
      wrong.add(field("customerId", "the patient must be given, by callId or by customerId"));
    }
    if (reporter == null) {
      wrong.add(field("reporter", "must be given: who tells of it"));
    }
    if (suspects == null || suspects.isEmpty()) {
      wrong.add(field("suspects", "must name at least one medicine under suspicion"));
    }
    if ((events == null || events.isEmpty()) && description == null) {
      wrong.add(field("events", "must name what happened, in a code or in the description"));
    }
    if (onset != null && onset.isAfter(today)) {
      wrong.add(field("onset", "must not lie in the future"));
    }
    if (!wrong.isEmpty() || reporter == null || suspects == null) {
      throw Problems.invalid(wrong);
    }
    return new Reaction.Told(
        reporter,
        events == null ? List.of() : events.stream().distinct().toList(),
        onset,
        result == null ? Result.UNKNOWN : result,
        criteria == null ? List.of() : criteria.stream().distinct().sorted().toList(),
        suspects.stream()
            .distinct()
            .map(suspect -> new Suspect(suspect.system(), suspect.code(), null, null))
            .toList());
  }

  private static Violation field(String name, String message) {
    return Violation.In.body.field(name).message(message);
  }
}

package io.aftercare.followup.desk;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of an attempt.
 *
 * @param callBackAt with offset; with {@code call-back} and only then
 * @param satisfaction 1 (very bad) to 5 (very good); only when the customer was spoken with
 * @param complaintCategory with {@code complaint} and only then
 * @param note what the agent wrote down; kept in the customer's file, not here
 */
record NewOutcome(
    @NotNull @Min(0) Long epoch,
    @NotNull Disposition disposition,
    @Nullable OffsetDateTime callBackAt,
    @Nullable @Min(1) @Max(5) Integer satisfaction,
    @Nullable ComplaintCategory complaintCategory,
    @Nullable
        @Size(min = 1, max = 4000)
        @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
        String note) {

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the parts do not fit each other
   */
  Outcome outcome() {
    List<Violation> wrong = new ArrayList<>();
    if (disposition == Disposition.CALL_BACK && callBackAt == null) {
      wrong.add(field("callBackAt", "must be given with call-back"));
    }
    if (disposition != Disposition.CALL_BACK && callBackAt != null) {
      wrong.add(field("callBackAt", "can only be given with call-back"));
    }
    if (disposition == Disposition.COMPLAINT && complaintCategory == null) {
      wrong.add(field("complaintCategory", "must be given with complaint"));
    }
    if (disposition != Disposition.COMPLAINT && complaintCategory != null) {
      wrong.add(field("complaintCategory", "can only be given with complaint"));
    }
    if (!disposition.answered() && satisfaction != null) {
      wrong.add(field("satisfaction", "can only be given when the customer was spoken with"));
    }
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
    return new Outcome(
        disposition,
        callBackAt == null ? null : callBackAt.toInstant(),
        satisfaction,
        complaintCategory,
        note == null || note.isBlank() ? null : note);
  }

  private static Violation field(String name, String message) {
    return Violation.In.body.field(name).message(message);
  }
}

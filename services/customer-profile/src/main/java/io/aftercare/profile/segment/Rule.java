package io.aftercare.profile.segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Who belongs to a segment.
 *
 * @param all criteria that all hold
 */
record Rule(@NotEmpty @Size(max = 10) List<@NotNull @Valid Criterion> all) {

  /**
   * Asked of active customers only.
   *
   * @param words those of the blocks that will be asked
   */
  Criterion.Test asked(Words words, LocalDate today) {
    Criterion.Test[] tests =
        all.stream().map(criterion -> criterion.asked(words, today)).toArray(Criterion.Test[]::new);
    return (block, i) -> {
      if (!block.active[i]) {
        return false;
      }
      for (Criterion.Test test : tests) {
        if (!test.fits(block, i)) {
          return false;
        }
      }
      return true;
    };
  }
}

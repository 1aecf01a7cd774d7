package io.aftercare.profile.segment;

import io.aftercare.profile.segment.Block.Column;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who belongs to a segment.
 *
 * @param all criteria that all hold
 */
record Rule(@NotEmpty @Size(max = 10) List<@NotNull @Valid Criterion> all) {

  /**
   * For active customers only.
   *
   * @param words those of the blocks that will be searched
   */
  Sieve sieve(Words words, LocalDate today) {
    List<Sieve> sieves = new ArrayList<>(all.size() + 1);
    sieves.add(new Sieve.Range(Column.ACTIVE, 1, 1));
    all.forEach(criterion -> sieves.add(criterion.sieve(words, today)));
    return new Sieve.All(List.copyOf(sieves));
  }
}

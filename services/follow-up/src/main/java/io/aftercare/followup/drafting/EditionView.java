package io.aftercare.followup.drafting;

import io.aftercare.followup.programme.Edition;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a programme.
 *
 * @param state {@code draft}, {@code published} or {@code retired}; of the published ones the
 *     newest is in force
 * @param revision grows with every change of a draft
 * @param programme all of it
 * @param publishedAt absent for a draft
 * @param retiredAt only when retired
 */
record EditionView(
    String state,
    int revision,
    Programme programme,
    @Nullable Instant publishedAt,
    @Nullable Instant retiredAt) {

  static EditionView of(Edition edition, Programmes programmes) {
    return new EditionView(
        edition.state(),
        edition.revision(),
        programmes.read(edition),
        edition.publishedAt(),
        edition.retiredAt());
  }
}

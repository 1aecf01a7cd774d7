package io.aftercare.followup.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A programme in force.
 *
 * @param programme all of it, in the form it is written in
 * @param pausedSince since when it rests; absent where it does not
 */
record ProgrammeView(Programme programme, Instant publishedAt, @Nullable Instant pausedSince) {

  static ProgrammeView of(Programmes.Published published, Programmes programmes) {
    Programme programme = published.programme();
    return new ProgrammeView(programme, published.at(), programmes.paused().get(programme.key()));
  }
}

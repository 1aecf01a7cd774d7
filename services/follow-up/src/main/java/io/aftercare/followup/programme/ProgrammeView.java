package io.aftercare.followup.programme;

import java.time.Instant;

/**
 * A programme in force.
 *
 * @param programme all of it, in the form it is written in
 */
record ProgrammeView(Programme programme, Instant publishedAt) {

  static ProgrammeView of(Programmes.Published published) {
    return new ProgrammeView(published.programme(), published.at());
  }
}

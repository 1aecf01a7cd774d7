package io.aftercare.profile.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The version of a file as HTTP speaks of it: its ETag. */
public final class Edition {

  private Edition() {}

  /** The ETag of this version. */
  public static String tag(long version) {
    return "\"%d\"".formatted(version);
  }

  /**
   * The version that somebody edited. An ETag that we never gave is of no version that could still
   * be current.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without one; 412 with another's
   */
  public static long edited(@Nullable String ifMatch, UUID id) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw CustomerProblems.unconditional();
    }
    String tag = ifMatch.strip();
    if (!tag.matches("\"\\d{1,18}\"")) {
      throw CustomerProblems.changedMeanwhile(id);
    }
    return Long.parseLong(tag, 1, tag.length() - 1, 10);
  }
}

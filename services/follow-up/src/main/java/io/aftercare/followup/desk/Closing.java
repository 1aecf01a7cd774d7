package io.aftercare.followup.desk;

import io.aftercare.followup.number.NumberRequests;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that has ended and is to be closed.
 *
 * @param noteId the note in the customer's file; absent without one
 * @param dial whether a number is left to dial; absent where none was found wrong
 * @param topics the calls that were spoken of in the same conversation
 */
record Closing(
    UUID callId,
    long epoch,
    Outcome outcome,
    @Nullable UUID noteId,
    CustomerFiles.@Nullable Dial dial,
    String agent,
    List<UUID> topics) {

  boolean anotherNumber() {
    return dial instanceof CustomerFiles.Dial.Allowed;
  }

  /** Which number the store is asked for where none is left. */
  NumberRequests.Wanted wanted() {
    return dial instanceof CustomerFiles.Dial.Refused(Refusal refusal)
        ? refusal.wanted()
        : NumberRequests.Wanted.ANY;
  }
}

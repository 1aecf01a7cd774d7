package io.aftercare.followup.desk;

import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Origin;
import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import java.util.UUID;

/**
 * Something else to speak of in the same conversation; the outcome of the call closes it too.
 *
 * @param callId the planned call that this saves
 * @param reason why, in plain words
 */
record TopicView(
    UUID callId,
    String programme,
    String programmeName,
    String reason,
    CallView.ScriptView script) {

  static TopicView of(Call call, Programmes programmes) {
    Origin origin = call.origin();
    Programme programme = programmes.find(origin.programme(), origin.programmeVersion());
    return new TopicView(
        call.id(),
        origin.programme(),
        programme == null ? origin.programme() : programme.name(),
        origin.reason(),
        programme == null
            ? CallView.ScriptView.NONE
            : CallView.ScriptView.of(programme.script(origin.step())));
  }
}

package io.aftercare.simulator.storm;

import static io.aftercare.simulator.storm.Finding.Row.FEEDBACK;
import static io.aftercare.simulator.storm.Finding.Trouble.DOUBLED;
import static io.aftercare.simulator.storm.Finding.Trouble.LOST;
import static io.aftercare.simulator.storm.Finding.Trouble.STALE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What finished calls said has reached feedback, each once. */
final class FeedbackCheck {

  private final Map<UUID, List<Stored.Answer>> answers;
  private final Map<UUID, List<Stored.Complaint>> complaints;
  private final List<Finding> findings = new ArrayList<>();

  private FeedbackCheck(Stored stored) {
    this.answers = stored.answers().stream().collect(Collectors.groupingBy(Stored.Answer::call));
    this.complaints =
        stored.complaints().stream().collect(Collectors.groupingBy(Stored.Complaint::call));
  }

  static List<Finding> of(Stored stored) {
    FeedbackCheck check = new FeedbackCheck(stored);
    stored.calls().stream().filter(call -> call.is("done")).forEach(check::finished);
    check.answers.forEach((call, all) -> check.unasked(call, "answer"));
    check.complaints.forEach((call, all) -> check.unasked(call, "complaint"));
    return check.findings;
  }

  private void finished(Stored.Call call) {
    List<Stored.Answer> heard = answers.remove(call.id());
    if (call.satisfaction() != null) {
      count(call, "survey answer", heard);
      if (heard != null && heard.getFirst().score() != call.satisfaction()) {
        add(
            STALE,
            call.id(),
            "was answered %d and is kept as %d"
                .formatted(call.satisfaction(), heard.getFirst().score()));
      }
    } else if (heard != null) {
      add(DOUBLED, call.id(), "was not answered, but feedback has an answer");
    }
    List<Stored.Complaint> opened = complaints.remove(call.id());
    // A conversation about several calls opens one complaint: that of the call that led it.
    if (call.complaint() != null) {
      count(call, "complaint", opened);
    } else if (opened != null) {
      add(DOUBLED, call.id(), "was no complaint, but feedback has one");
    }
  }

  private void count(
      Stored.Call call, String what, @org.jspecify.annotations.Nullable List<?> kept) {
    if (kept == null) {
      add(LOST, call.id(), "has ended with a %s that feedback does not have".formatted(what));
    } else if (kept.size() > 1) {
      add(
          DOUBLED,
          call.id(),
          "has ended with one %s, feedback has %d".formatted(what, kept.size()));
    }
  }

  private void unasked(UUID call, String what) {
    add(DOUBLED, call, "is not finished, but feedback has its " + what);
  }

  private void add(Finding.Trouble trouble, UUID call, String words) {
    findings.add(new Finding(trouble, FEEDBACK, "call " + call, words));
  }
}

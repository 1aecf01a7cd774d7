package io.aftercare.followup.incident;

import io.aftercare.followup.note.CustomerNotes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Flags a customer for whoever meets them next, at the counter or on the phone: take care, and what
 * helps. The mark stands in the customer's file, is told for a time and goes with the customer.
 */
@ApplicationScoped
public class FlagCustomer {

  private static final Logger LOG = Logger.getLogger(FlagCustomer.class);

  private final TakeCareFile file;
  private final IncidentRules rules;
  private final Clock clock;

  FlagCustomer(@RestClient TakeCareFile file, IncidentRules rules, Clock clock) {
    this.file = file;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What was said, in codes.
   *
   * @param callId the call in which it was difficult
   * @param agent the one it happened to
   * @param kinds what made it difficult; none while that was not said
   * @param helped what helped, or may help the next one
   */
  public record Difficult(UUID callId, String agent, List<String> kinds, List<String> helped) {

    /** Of which nothing more is known yet. */
    public static Difficult bare(UUID callId, String agent) {
      return new Difficult(callId, agent, List.of(), List.of());
    }
  }

  /**
   * Completes once it is committed over there; of a customer who is gone there is nothing to flag.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 503 when it cannot be stored
   */
  public Uni<Void> flag(UUID customer, Difficult said) {
    Instant now = clock.instant();
    var told =
        new TakeCareFile.Difficulty(
            said.callId(),
            said.agent(),
            said.kinds(),
            said.helped(),
            now,
            now.plus(rules.toldFor()));
    return file.wasDifficult(customer, told)
        .onFailure(TakeCareFile.Unknown.class)
        .recoverWithNull()
        .onFailure()
        .invoke(
            failure -> LOG.warnf("Customer file out of reach, call=%s: %s", said.callId(), failure))
        .onFailure()
        .transform(failure -> CustomerNotes.unavailable());
  }
}

package io.aftercare.followup.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks and tells customer-profile, and says plainly when it is out of reach. */
@ApplicationScoped
class CustomerFiles {

  private static final Logger LOG = Logger.getLogger(CustomerFiles.class);
  private static final String PURPOSE = "care-calls";
  private static final String CHANNEL = "call";

  private final CustomerFile file;

  CustomerFiles(@RestClient CustomerFile file) {
    this.file = file;
  }

  /** Whether a customer may be dialled. */
  sealed interface Dial {

    /**
     * @param number E.164; shown to the agent and never kept
     * @param mark by which the file finds the number again
     */
    record Allowed(String number, String mark, CustomerFile.Callee callee) implements Dial {}

    record Refused(Refusal refusal) implements Dial {}
  }

  /** Whether this agent may dial the customer now; an answer that does not come is a refusal. */
  Uni<Dial> mayDial(UUID customer, UUID call, String agent) {
    return file.mayDial(customer, new CustomerFile.MayDial(call, agent, PURPOSE, CHANNEL))
        .map(CustomerFiles::dial)
        .onFailure(CustomerFile.Unknown.class)
        .recoverWithItem(new Dial.Refused(Refusal.CUSTOMER_UNKNOWN))
        .onFailure()
        .invoke(failure -> outOfReach(call, failure))
        .onFailure()
        .recoverWithItem(new Dial.Refused(Refusal.PROFILE_UNAVAILABLE));
  }

  /**
   * Stores that the customer wants no more calls; completes once it is committed over there.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 503 when it cannot be stored
   */
  Uni<Void> doNotCall(UUID customer, UUID call) {
    return told(file.doNotCall(customer, new CustomerFile.HeardInCall(call)), call);
  }

  /**
   * Stores that the customer died.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 503 when it cannot be stored
   */
  Uni<Void> deceased(UUID customer, UUID call) {
    return told(file.deceased(customer, new CustomerFile.HeardInCall(call)), call);
  }

  /**
   * Stores that somebody else answers this number.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 503 when it cannot be stored
   */
  Uni<Void> wrongNumber(UUID customer, UUID call, String mark) {
    return told(file.wrongNumber(customer, new CustomerFile.WrongNumber(call, mark)), call);
  }

  private Uni<Void> told(Uni<Void> telling, UUID call) {
    return telling
        .onFailure(CustomerFile.Unknown.class)
        .recoverWithNull()
        .onFailure()
        .transform(failure -> unavailable(call, failure));
  }

  private static Dial dial(CustomerFile.Answer answer) {
    if (answer.allowed()
        && answer.number() != null
        && answer.callee() != null
        && answer.numberMark() != null) {
      return new Dial.Allowed(answer.number(), answer.numberMark(), answer.callee());
    }
    String reason = String.valueOf(answer.reason());
    return new Dial.Refused(
        Refusal.named(reason)
            .orElseGet(
                () -> {
                  LOG.warnf("Customer file refuses for a reason unknown here, reason=%s", reason);
                  return Refusal.PROFILE_UNAVAILABLE;
                }));
  }

  private static Throwable unavailable(UUID call, Throwable failure) {
    outOfReach(call, failure);
    return DeskProblems.profileUnavailable();
  }

  private static void outOfReach(UUID call, Throwable failure) {
    LOG.warnf("Customer file out of reach, call=%s: %s", call, failure);
  }
}

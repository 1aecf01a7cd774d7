package io.aftercare.profile.consent;

import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.customer.Customers;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Keeps the no of somebody who followed the link in a message: nobody logged in, so nothing of the
 * file is opened. Whoever asked is told so only after it is committed.
 */
@ApplicationScoped
class OptOut {

  /** The version of the words that stand above the button. */
  private static final String WORDING = "opt-out-link-1";

  private final Scoped scoped;
  private final Customers customers;
  private final RecordConsent recordConsent;
  private final Clock clock;

  OptOut(Scoped scoped, Customers customers, RecordConsent recordConsent, Clock clock) {
    this.scoped = scoped;
    this.customers = customers;
    this.recordConsent = recordConsent;
    this.clock = clock;
  }

  /**
   * What the reader wants no more of.
   *
   * @param message follow-up's, in which the link stood
   */
  record Said(UUID message, Consent.Purpose purpose, Consent.Channel channel) {}

  /**
   * Completes once every later permit will be refused; said again, it changes nothing.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer
   */
  Uni<Void> keep(UUID customer, Said said) {
    return scoped.inSession(
        new Reach.House(),
        session ->
            customers
                .lock(session, customer, new Reach.House())
                .chain(
                    file ->
                        recordConsent.add(
                            session,
                            file,
                            new Consent.Answer(
                                said.purpose(),
                                said.channel(),
                                Consent.State.WITHDRAWN,
                                WORDING,
                                clock.instant(),
                                Consent.Source.MESSAGE,
                                null),
                            "message " + said.message())));
  }
}

package io.aftercare.followup.desk;

import io.aftercare.followup.agent.AgentProfiles;
import io.aftercare.followup.call.Call;
import io.aftercare.followup.call.Calls;
import io.aftercare.followup.known.KnownCustomers;
import io.aftercare.followup.known.KnownSales;
import io.aftercare.followup.window.CallWindow;
import io.aftercare.kit.outbox.Outbox;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The desk of a second instance of the service on the same database: it gathers claims and sweeps
 * by itself and knows nothing of what the first one has under way.
 */
public final class SecondDesk {

  private final ClaimCall claimCall =
      new ClaimCall(
          bean(Pool.class), bean(Clock.class), bean(DeskRules.class), bean(AgentProfiles.class));
  private final SweepCalls sweepCalls =
      new SweepCalls(
          bean(Calls.class),
          bean(KnownSales.class),
          bean(KnownCustomers.class),
          bean(CallWindow.class),
          bean(Outbox.class),
          bean(Clock.class));

  /** The next call for this agent, if there is one. */
  public Optional<Call> claim(String agent) {
    return await(() -> claimCall.claim(agent, false));
  }

  public void sweep() {
    await(sweepCalls::sweep);
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }
}

package io.aftercare.simulator.storm;

import static io.aftercare.simulator.storm.Finding.Row.CALLS;
import static io.aftercare.simulator.storm.Finding.Row.OUTCOMES;
import static io.aftercare.simulator.storm.Finding.Row.PERMITS;
import static io.aftercare.simulator.storm.Finding.Trouble.DOUBLED;
import static io.aftercare.simulator.storm.Finding.Trouble.LOST;
import static io.aftercare.simulator.storm.Finding.Trouble.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskCheckTest {

  private static final Entry.Said WELL = new Entry.Said("done-well", 5, null);

  private final SmallStorm storm = new SmallStorm();
  private final UUID call = UUID.randomUUID();

  @Test
  void anOrderlyCallIsFine() {
    claimed(1, "ann", 10);
    permitted(1, "ann", 20);
    recorded(1, "ann", 30);

    assertThat(storm.reckoned()).isEmpty();
  }

  @Test
  void oneTurnGivenToTwoAgentsIsDoubled() {
    claimed(1, "ann", 10);
    claimed(1, "bob", 11);

    expect(DOUBLED, CALLS);
  }

  @Test
  void theSameTurnGivenToItsHolderAgainIsFine() {
    claimed(1, "ann", 10);
    claimed(1, "ann", 11);

    assertThat(storm.reckoned()).isEmpty();
  }

  @Test
  void anAcknowledgedOutcomeThatIsNotStoredIsLost() {
    recorded(1, "ann", 30);
    storm.attempts.clear();

    expect(LOST, OUTCOMES);
  }

  @Test
  void anOutcomeAcknowledgedToTwoIsDoubled() {
    recorded(1, "ann", 30);
    storm.hears(new Entry.Wrote(Entry.Deed.OUTCOME, call, 1, "bob", 31, WELL));

    expect(DOUBLED, OUTCOMES);
  }

  @Test
  void anOutcomeThatWasReplacedIsStale() {
    recorded(1, "ann", 30);
    storm.attempts.clear();
    storm.attempts.add(new Stored.Attempt(call, 1, Tokens.subject("ann"), "no-answer", null, null));

    expect(STALE, OUTCOMES);
  }

  @Test
  void aPermitThatIsNotStoredIsLost() {
    permitted(1, "ann", 20);
    storm.permits.clear();

    expect(LOST, PERMITS);
  }

  @Test
  void aWriteAfterSomebodyElseTookTheCallIsStale() {
    claimed(1, "ann", 10);
    claimed(2, "bob", 40);
    recorded(1, "ann", 50);

    expect(STALE, OUTCOMES);
  }

  @Test
  void aWriteThatWasOnItsWayBeforeSomebodyElseTookTheCallIsFine() {
    claimed(1, "ann", 10);
    recorded(1, "ann", 35);
    claimed(2, "bob", 40);

    assertThat(storm.reckoned()).isEmpty();
  }

  private void claimed(long epoch, String agent, long heardAt) {
    storm.hears(new Entry.Claimed(call, epoch, agent, heardAt));
  }

  private void permitted(long epoch, String agent, long sentAt) {
    storm.hears(new Entry.Wrote(Entry.Deed.PERMIT, call, epoch, agent, sentAt, null));
    storm.permits.add(new Stored.Permit(call, epoch, Tokens.subject(agent), null));
  }

  private void recorded(long epoch, String agent, long sentAt) {
    storm.hears(new Entry.Wrote(Entry.Deed.OUTCOME, call, epoch, agent, sentAt, WELL));
    storm.attempts.add(
        new Stored.Attempt(call, epoch, Tokens.subject(agent), "done-well", 5, null));
  }

  private void expect(Finding.Trouble trouble, Finding.Row row) {
    assertThat(storm.reckoned())
        .extracting(Finding::trouble, Finding::row)
        .containsExactly(tuple(trouble, row));
  }
}

package io.aftercare.profile.customer;

import io.aftercare.kit.outbox.Outbox;
import io.aftercare.profile.phone.Phone;
import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes one file of two, and two of one again. Where they disagree on what is allowed, the stricter
 * word holds: a "no" of either is the person's.
 */
@ApplicationScoped
public class JoinFiles {

  private final Outbox outbox;
  private final Vault vault;
  private final Marks marks;
  private final Clock clock;

  JoinFiles(Outbox outbox, Vault vault, Marks marks, Clock clock) {
    this.outbox = outbox;
    this.vault = vault;
    this.marks = marks;
    this.clock = clock;
  }

  /**
   * The survivor takes over what the other file says; the other one is merged from now on. Both are
   * locked by the caller, who has put the reading on record.
   *
   * @param by the subject of who merges
   * @param keep where the takeover is kept
   * @return the takeover, sealed by the survivor's safe
   */
  public Uni<byte[]> join(
      Mutiny.Session session, CustomerFile survivor, CustomerFile other, String by, Place keep) {
    Instant now = Instant.now(clock);
    Takeover.Contents before = Takeover.Contents.of(survivor, vault);
    Takeover.Contents of = Takeover.Contents.of(other, vault);
    int lastConsent = survivor.consents().stream().mapToInt(Consent::number).max().orElse(0);
    List<Consent> answers = survivor.takeOver(answers(other), now, by, vault);
    boolean refusal = passOnRefusal(other.customer(), survivor.customer());
    var takeover =
        new Takeover(before, of, answers.stream().map(Consent::id).toList(), lastConsent, refusal);
    CustomerFile joined = say(survivor, Takeover.join(before, of), now);
    rememberWrong(joined, other);
    other.customer().becomeOf(survivor.customer().id());
    byte[] sealed = survivor.customer().safe(vault).seal(keep, takeover);
    return replace(session, survivor, joined)
        .chain(() -> session.persistAll(answers.toArray()))
        .chain(() -> tell(session, joined, other, now))
        .replaceWith(sealed);
  }

  /**
   * Gives back what was taken over and still stands as it came. What was said since stays with the
   * survivor; a "no" said since is both's, for nobody knows which of the two said it.
   *
   * @param sealed the takeover, as {@link #join} gave it
   */
  public Uni<Void> separate(
      Mutiny.Session session,
      CustomerFile survivor,
      CustomerFile other,
      String by,
      Place kept,
      byte[] sealed) {
    Instant now = Instant.now(clock);
    Takeover takeover = survivor.customer().safe(vault).open(kept, sealed, Takeover.class);
    List<Consent> given =
        survivor.consents().stream()
            .filter(consent -> takeover.consents().contains(consent.id()))
            .toList();
    Safe safe = survivor.customer().safe(vault);
    List<Consent.Answer> refused =
        survivor.consents().stream()
            .filter(consent -> consent.number() > takeover.lastConsent())
            .filter(consent -> !given.contains(consent))
            .map(consent -> consent.answer(safe))
            .filter(Consent.Answer::refuses)
            .toList();
    survivor.consents().removeAll(given);
    if (takeover.refusal()) {
      survivor.customer().refuseAs(null);
    }
    CustomerFile separated =
        say(survivor, takeover.without(Takeover.Contents.of(survivor, vault)), now);
    other.customer().becomeOf(null);
    passOnRefusal(separated.customer(), other.customer());
    List<Consent> passedOn = other.takeOver(refused, now, by, vault);
    return session
        .removeAll(given.toArray())
        .chain(() -> replace(session, survivor, separated))
        .chain(() -> session.persistAll(passedOn.toArray()))
        .chain(() -> tell(session, separated, other, now));
  }

  /** False when the one may be called, or the other may not be anyway. */
  private static boolean passOnRefusal(Customer from, Customer to) {
    boolean news = from.doNotCall() && !to.doNotCall();
    if (news) {
      to.refuseAs(from);
    }
    return news;
  }

  private CustomerFile say(CustomerFile file, Takeover.Contents contents, Instant now) {
    Safe safe = file.customer().safe(vault);
    file.customer().noteHealth(contents.health(), safe);
    file.customer().takeCare(contents.caution(), safe);
    file.customer().noteDifficulty(contents.difficulty(), safe);
    return file.corrected(contents.particulars(), now, vault, marks);
  }

  /** Numbers at which somebody else answered the other are wrong here too. */
  private static void rememberWrong(CustomerFile joined, CustomerFile other) {
    other.phones().stream()
        .filter(Phone::isWrong)
        .flatMap(wrong -> joined.phones().stream().filter(phone -> phone.hasMark(wrong.mark())))
        .forEach(Phone::markWrong);
    other.caregivers().stream()
        .filter(Caregiver::isPhoneWrong)
        .flatMap(
            wrong ->
                joined.caregivers().stream().filter(carer -> carer.hasPhoneMark(wrong.phoneMark())))
        .forEach(Caregiver::markPhoneWrong);
  }

  /** The standing answers with what proves them. */
  private List<Consent.Answer> answers(CustomerFile file) {
    Safe safe = file.customer().safe(vault);
    return Consent.latest(file.consents()).map(consent -> consent.answer(safe)).toList();
  }

  private static Uni<Void> replace(
      Mutiny.Session session, CustomerFile before, CustomerFile after) {
    return session
        .removeAll(rows(before))
        .chain(() -> session.flush())
        .chain(() -> session.persistAll(rows(after)));
  }

  private static Object[] rows(CustomerFile file) {
    return Stream.concat(file.phones().stream(), file.caregivers().stream()).toArray();
  }

  private Uni<Void> tell(
      Mutiny.Session session, CustomerFile survivor, CustomerFile other, Instant now) {
    return outbox.append(
        session,
        List.of(CustomerEvents.changed(survivor, now), CustomerEvents.changed(other, now)));
  }
}

package io.aftercare.followup.call;

import io.aftercare.followup.programme.Contact;
import io.aftercare.followup.programme.ContactKey;
import io.aftercare.followup.programme.Step;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a call came from; never changes.
 *
 * @param causeId what caused it: a sale, a recall or a complaint. One call per cause, programme and
 *     step.
 * @param saleId the sale it is about; where the customer rang and never bought, an id that no sale
 *     has
 * @param storeId the store of that sale
 * @param programme the programme's key
 * @param programmeVersion the version that made it
 * @param step the programme's step, from 1
 * @param pharmacist only a pharmacist may make it
 * @param language primary subtag of the language that its step is held in; absent where the
 *     customer's own counts
 * @param reason why it is made, in plain words
 */
public record Origin(
    UUID causeId,
    UUID saleId,
    String storeId,
    String programme,
    int programmeVersion,
    int step,
    boolean pharmacist,
    @Nullable String language,
    String reason) {

  ContactKey key() {
    return new ContactKey(causeId, programme, step);
  }

  /** What a call of a customer who rang goes by: no programme asked for it. */
  public static final String INCOMING = "incoming";

  /** The customer rang; nothing that a programme asks for can call it off. */
  public boolean isIncoming() {
    return programme.equals(INCOMING);
  }

  static Origin of(Contact contact) {
    return new Origin(
        contact.causeId(),
        contact.sale().id(),
        contact.sale().storeId(),
        contact.programme().key(),
        contact.programme().version(),
        contact.step().number(),
        contact.step().skill() == Step.Skill.PHARMACIST,
        contact.step().language(),
        contact.reason());
  }

  /** The same origin, seen by another version of the programme. */
  Origin by(Contact contact) {
    return new Origin(
        causeId,
        saleId,
        storeId,
        programme,
        contact.programme().version(),
        step,
        contact.step().skill() == Step.Skill.PHARMACIST,
        contact.step().language(),
        contact.reason());
  }
}

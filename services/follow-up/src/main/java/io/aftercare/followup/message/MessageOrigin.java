package io.aftercare.followup.message;

import io.aftercare.followup.holdout.Arm;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message came from; nothing of it changes but the version of the programme.
 *
 * @param causeId the sale, what happened to one (a recall, a resolved complaint), the care offer or
 *     the promised service
 * @param saleId the sale it is about; absent where it is about none
 * @param namedCustomerId whom its cause named, whoever stands for them now; absent for one that was
 *     planned before this was kept
 * @param storeId the store it speaks for; absent where it speaks for the chain
 * @param template what it says, such as {@code birthday}
 * @param arm where its customer stands in an experiment; absent where it is in none
 */
public record MessageOrigin(
    UUID causeId,
    @Nullable UUID saleId,
    @Nullable UUID namedCustomerId,
    @Nullable String storeId,
    String programme,
    int programmeVersion,
    int step,
    int priority,
    Purpose purpose,
    String template,
    @Nullable Arm arm) {

  static MessageOrigin of(Occasion occasion, @Nullable Arm arm) {
    return new MessageOrigin(
        occasion.causeId(),
        occasion.saleId(),
        occasion.namedCustomerId(),
        occasion.storeId(),
        occasion.programme().key(),
        occasion.programme().version(),
        occasion.step().number(),
        occasion.step().priority(),
        Purpose.ofProgramme(occasion.programme().key()),
        occasion.template(),
        arm);
  }

  /** The same, made by another version of the programme. */
  MessageOrigin by(int version) {
    return new MessageOrigin(
        causeId,
        saleId,
        namedCustomerId,
        storeId,
        programme,
        version,
        step,
        priority,
        purpose,
        template,
        arm);
  }
}

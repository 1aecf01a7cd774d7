package io.aftercare.profile.customer;

import io.aftercare.profile.phone.Validity;
import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who cares for the customer: a daughter, a husband, a neighbour. */
@Entity
@Table(name = "caregiver")
public class Caregiver {

  /** What names the caregiver; kept sealed. The phone is in E.164. */
  record Details(String name, String relation, String phone) {}

  @Id private UUID id;
  private UUID customerId;
  private int rank;

  @Enumerated(EnumType.STRING)
  private Disclosure disclosure;

  private byte[] details;
  private byte[] phoneMark;
  private boolean phoneWrong;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  /** The next day on which this person begins or ceases to care for the customer. */
  private @Nullable LocalDate turnsOn;

  protected Caregiver() {}

  /**
   * @param rank 0 is called first
   * @param today the date in the customer's zone
   */
  Caregiver(
      UUID id,
      UUID customerId,
      int rank,
      Disclosure disclosure,
      Details details,
      byte[] phoneMark,
      Validity validity,
      LocalDate today,
      Safe safe) {
    this.id = id;
    this.customerId = customerId;
    this.rank = rank;
    this.disclosure = disclosure;
    this.details = safe.seal(place(id), details);
    this.phoneMark = phoneMark;
    this.validFrom = validity.from();
    this.validTo = validity.to();
    this.turnsOn = validity.turnsAfter(today);
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  int rank() {
    return rank;
  }

  Disclosure disclosure() {
    return disclosure;
  }

  byte[] sealedDetails() {
    return details;
  }

  byte[] phoneMark() {
    return phoneMark;
  }

  Validity validity() {
    return new Validity(validFrom, validTo);
  }

  @Nullable LocalDate turnsOn() {
    return turnsOn;
  }

  /** False when nothing turned by this day. */
  boolean turn(LocalDate today) {
    if (turnsOn == null || turnsOn.isAfter(today)) {
      return false;
    }
    turnsOn = validity().turnsAfter(today);
    return true;
  }

  /** Whether this person may be called in the customer's place on this day. */
  boolean mayBeCalledOn(LocalDate day) {
    return disclosure.allowsCare() && !phoneWrong && validity().includes(day);
  }

  boolean isPhoneWrong() {
    return phoneWrong;
  }

  void markPhoneWrong() {
    phoneWrong = true;
  }

  boolean hasPhoneMark(byte[] mark) {
    return Arrays.equals(phoneMark, mark);
  }

  Details details(Safe safe) {
    return safe.open(place(id), details, Details.class);
  }

  private static Place place(UUID id) {
    return new Place("caregiver", "details", id);
  }
}

package io.aftercare.profile.customer;

import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.UUID;

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

  protected Caregiver() {}

  Caregiver(
      UUID id,
      UUID customerId,
      int rank,
      Disclosure disclosure,
      Details details,
      byte[] phoneMark,
      Safe safe) {
    this.id = id;
    this.customerId = customerId;
    this.rank = rank;
    this.disclosure = disclosure;
    this.details = safe.seal(place(id), details);
    this.phoneMark = phoneMark;
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

package io.aftercare.profile.phone;

import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.UUID;

/** A customer's own telephone, in their order of preference. */
@Entity
@Table(name = "phone")
public class Phone {

  @Id private UUID id;
  private UUID customerId;
  private int rank;

  @Enumerated(EnumType.STRING)
  private PhoneType type;

  private byte[] number;
  private byte[] numberMark;
  private boolean wrong;

  protected Phone() {}

  /**
   * @param rank 0 is dialled first
   * @param number in E.164
   * @param mark by which the number is found
   */
  public Phone(
      UUID id, UUID customerId, int rank, PhoneType type, String number, byte[] mark, Safe safe) {
    this.id = id;
    this.customerId = customerId;
    this.rank = rank;
    this.type = type;
    this.number = safe.seal(place(id), number);
    this.numberMark = mark;
  }

  public UUID id() {
    return id;
  }

  public UUID customerId() {
    return customerId;
  }

  public int rank() {
    return rank;
  }

  public PhoneType type() {
    return type;
  }

  public byte[] sealedNumber() {
    return number;
  }

  public byte[] mark() {
    return numberMark;
  }

  /** Somebody else was reached there: it is never dialled again. */
  public boolean isWrong() {
    return wrong;
  }

  public void markWrong() {
    wrong = true;
  }

  public boolean hasMark(byte[] mark) {
    return Arrays.equals(numberMark, mark);
  }

  /** The number in E.164. */
  public String number(Safe safe) {
    return safe.open(place(id), number, String.class);
  }

  private static Place place(UUID id) {
    return new Place("phone", "number", id);
  }
}

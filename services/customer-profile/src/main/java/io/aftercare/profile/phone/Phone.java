package io.aftercare.profile.phone;

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
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private boolean wrong;

  protected Phone() {}

  /**
   * @param rank 0 is dialled first
   * @param number in E.164
   * @param mark by which the number is found
   */
  public Phone(
      UUID id,
      UUID customerId,
      int rank,
      PhoneType type,
      String number,
      byte[] mark,
      Validity validity,
      Safe safe) {
    this.id = id;
    this.customerId = customerId;
    this.rank = rank;
    this.type = type;
    this.number = safe.seal(place(id), number);
    this.numberMark = mark;
    this.validFrom = validity.from();
    this.validTo = validity.to();
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

  /** When the number is the customer's. */
  public Validity validity() {
    return new Validity(validFrom, validTo);
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

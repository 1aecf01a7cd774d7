package io.aftercare.profile.medication;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product that a customer bought and kept, at least in part. */
@Entity
@Table(name = "dispensing")
@IdClass(Dispensing.Place.class)
public class Dispensing {

  /** The line of a sale. */
  public record Place(UUID saleId, int line) implements Serializable {}

  /** As deep as an ATC code goes: one substance. */
  private static final int SUBSTANCE = 7;

  @Id private UUID saleId;
  @Id private int line;
  private UUID customerId;

  /** By the store's calendar. */
  private LocalDate soldOn;

  private String system;
  private String code;
  private @Nullable String name;
  private @Nullable String atc;
  private @Nullable String form;
  private boolean longTerm;
  private int quantity;
  private int returned;

  /** Of all the packs sold. */
  private @Nullable Integer daysSupply;

  protected Dispensing() {}

  LocalDate soldOn() {
    return soldOn;
  }

  String name() {
    return name == null ? system + " " + code : name;
  }

  @Nullable String atc() {
    return atc;
  }

  @Nullable String form() {
    return form;
  }

  boolean longTerm() {
    return longTerm;
  }

  int packs() {
    return quantity - returned;
  }

  /** Days that what was kept lasts; absent where unknown. */
  @Nullable Integer days() {
    return daysSupply == null ? null : daysKept(daysSupply, quantity, returned);
  }

  /** Packs are alike: each lasts its share, and a day that is begun is not counted. */
  public static int daysKept(int daysSupply, int quantity, int returned) {
    return Math.toIntExact((long) daysSupply * (quantity - returned) / quantity);
  }

  /**
   * What is one medicine, whatever its brand: the substance, or the product where that is unknown.
   */
  public static String medicine(@Nullable String atc, String system, String code) {
    return atc != null && atc.length() == SUBSTANCE ? atc : system + " " + code;
  }

  String medicine() {
    return medicine(atc, system, code);
  }
}

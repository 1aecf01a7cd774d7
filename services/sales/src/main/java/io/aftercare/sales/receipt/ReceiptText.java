package io.aftercare.sales.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, word by word in its language; the page and the PDF only arrange it.
 *
 * @param dial the phone number as a phone dials it
 * @param header the store's own words above the medicines
 * @param soldAt by the store's clock
 * @param number the till's number for the sale
 * @param voided the sale never counted
 * @param openUntil the sentence that says until when the link works
 */
public record ReceiptText(
    Language language,
    Words words,
    String pharmacy,
    List<String> address,
    @Nullable String phone,
    @Nullable String dial,
    List<Row> hours,
    @Nullable String header,
    @Nullable String footer,
    String soldAt,
    String number,
    boolean voided,
    List<Item> items,
    List<Row> sums,
    List<Service> services,
    String openUntil) {

  /** A word and what stands beside it. */
  public record Row(String label, String value) {}

  /**
   * A medicine.
   *
   * @param details strength and form
   * @param quantity packs, in words
   * @param unitPrice absent where the store prints no prices
   * @param returned how many came back, in words; absent when none did
   */
  public record Item(
      String name,
      @Nullable String details,
      String quantity,
      @Nullable String unitPrice,
      @Nullable String price,
      @Nullable String returned,
      @Nullable String directions,
      List<String> points) {}

  /**
   * A service that was promised.
   *
   * @param state the state's wire name, by which it is coloured
   * @param promised until when; absent once it has come to its end
   */
  public record Service(
      String kind, String state, String stateInWords, @Nullable String promised) {}

  /** The language as a page says it of itself. */
  public String tag() {
    return language.tag();
  }

  /** The words on the button that dials. */
  public String call() {
    return words.of("call", phone == null ? "" : phone);
  }
}

package io.aftercare.sales.product;

import io.aftercare.kit.problem.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scanned code says, and the product that the catalogue has for it.
 *
 * @param gtin 14 digits; absent where the code holds a national number alone
 * @param expiry the last day on which it may be used
 * @param quantity pieces, where the code says how many
 * @param codes every code that it holds for the product
 * @param product absent for an uncatalogued product
 */
record ScannedCode(
    @Nullable String gtin,
    @Nullable String batch,
    @Nullable LocalDate expiry,
    @Nullable LocalDate bestBefore,
    @Nullable LocalDate producedOn,
    @Nullable String serial,
    @Nullable Integer quantity,
    List<Product.Code> codes,
    @Nullable Product product) {

  /**
   * What the scanner sent.
   *
   * @param code as it came, the separator as {@code \\u001d}; or what people read on the pack
   */
  record Scan(@NotNull @Size(min = 1, max = 500) String code) {

    /** For the API description: a DataMatrix as a scanner sends it. */
    static final String EXAMPLE =
        """
        {"code": "]d2010401234567890117291231107K241"}
        """;
  }

  /**
   * Reads it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with what is wrong
   */
  static ScannedCode of(Scan scan, LocalDate today, Products products) {
    try {
      ElementString read = ElementString.read(scan.code(), today);
      Optional<Product> product =
          read.codes().stream()
              .flatMap(code -> products.find(code.system(), code.code()).stream())
              .findFirst();
      return new ScannedCode(
          read.gtin().orElse(null),
          read.batch().orElse(null),
          read.expiry().orElse(null),
          read.bestBefore().orElse(null),
          read.producedOn().orElse(null),
          read.serial().orElse(null),
          read.quantity().orElse(null),
          read.codes(),
          product.orElse(null));
    } catch (ElementString.Unreadable unreadable) {
      throw Problems.invalid("code", unreadable.getMessage());
    }
  }
}

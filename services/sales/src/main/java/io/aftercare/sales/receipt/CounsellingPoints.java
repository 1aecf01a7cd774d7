package io.aftercare.sales.receipt;

import io.aftercare.sales.product.Products;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the catalogue says a customer should know of a product. */
@ApplicationScoped
class CounsellingPoints {

  private final Products products;

  CounsellingPoints(Products products) {
    this.products = products;
  }

  /** In the language asked for, else in one there is; empty when the catalogue says nothing. */
  List<String> of(String system, String code, Language language) {
    return products
        .find(system, code)
        .map(product -> product.points(language.wire()))
        .orElse(List.of());
  }
}

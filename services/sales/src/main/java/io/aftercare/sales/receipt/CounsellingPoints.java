package io.aftercare.sales.receipt;

import io.aftercare.sales.product.Product;
import io.aftercare.sales.product.Products;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What the catalogue says a customer should know of a product. */
@ApplicationScoped
class CounsellingPoints {

  private final Products products;

  CounsellingPoints(Products products) {
    this.products = products;
  }

  /** In the language asked for, else in English; empty when the catalogue says nothing. */
  List<String> of(String system, String code, Language language) {
    Map<String, List<String>> points =
        products.find(system, code).map(CounsellingPoints::of).orElse(Map.of());
    return points.getOrDefault(language.wire(), points.getOrDefault(Language.EN.wire(), List.of()));
  }

  /** The catalogue holds no counselling points yet. */
  private static Map<String, List<String>> of(Product product) {
    return Map.of();
  }
}

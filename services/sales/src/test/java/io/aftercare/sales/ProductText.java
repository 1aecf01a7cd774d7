package io.aftercare.sales;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of a product, good unless a test spoils it. */
final class ProductText {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private ProductText() {}

  static ProductText product(String code) {
    return new ProductText()
        .with("system", "house")
        .with("code", code)
        .with("name", "Syrup " + code)
        .with("prescription", false)
        .with("highAlert", false)
        .with("specialForm", false)
        .with("longTerm", false);
  }

  ProductText with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  /** Other codes of it: system, code, system, code. */
  ProductText codes(String... systemsAndCodes) {
    List<Map<String, String>> codes = new ArrayList<>();
    for (int i = 0; i < systemsAndCodes.length; i += 2) {
      codes.add(Map.of("system", systemsAndCodes[i], "code", systemsAndCodes[i + 1]));
    }
    return with("codes", codes);
  }

  Map<String, Object> json() {
    return fields;
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}

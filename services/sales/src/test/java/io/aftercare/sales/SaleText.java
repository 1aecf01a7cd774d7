package io.aftercare.sales;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of a posted sale, good unless a test spoils it. */
final class SaleText {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private SaleText() {}

  static SaleText sale() {
    SaleText sale = new SaleText();
    sale.fields.put("clientSaleId", "t-" + UUID.randomUUID());
    sale.fields.put("occurredAt", "2026-03-03T14:05:00-05:00");
    sale.fields.put("customerId", Counter.newCustomer());
    sale.fields.put("buyer", "self");
    sale.fields.put("currency", "USD");
    sale.fields.put("lines", List.of(line("rxnorm", "308182", 1)));
    return sale;
  }

  static Map<String, Object> line(String system, String code, int quantity) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(
        "product",
        Map.of("system", system, "code", code, "name", "Amoxicillin 250 MG Oral Capsule"));
    line.put("quantity", quantity);
    line.put("unitPrice", 7.50);
    line.put("prescription", true);
    return line;
  }

  /** A line that names the batch on its packs. */
  static Map<String, Object> pack(String system, String code, int quantity, String batch) {
    Map<String, Object> line = line(system, code, quantity);
    line.put("batch", batch);
    return line;
  }

  SaleText with(String field, @Nullable Object value) {
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    return this;
  }

  SaleText lines(List<Map<String, Object>> lines) {
    fields.put("lines", new ArrayList<>(lines));
    return this;
  }

  String number() {
    return (String) fields.get("clientSaleId");
  }

  String customer() {
    return (String) fields.get("customerId");
  }

  Map<String, Object> json() {
    return new LinkedHashMap<>(fields);
  }
}

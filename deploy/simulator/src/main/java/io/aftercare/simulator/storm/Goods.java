package io.aftercare.simulator.storm;

import io.aftercare.simulator.chain.NewSale;
import io.aftercare.simulator.chain.Product;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the storm's stores sell. */
enum Goods {
  COUGH_SYRUP(
      new Product("storm", "1", "Cough syrup", null, null, null, false, null, false, false, false)),
  ANTIBIOTIC(
      new Product(
          "storm", "2", "Amoxicillin", null, null, "J01CA04", true, 7, false, false, false)),
  ANTICOAGULANT(
      new Product("storm", "3", "Apixaban", null, null, "B01AF02", true, null, true, false, false)),
  PRESSURE_TABLETS(
      new Product("storm", "4", "Lisinopril", null, null, "C09AA03", true, 30, false, false, true));

  private final Product product;

  Goods(Product product) {
    this.product = product;
  }

  Product product() {
    return product;
  }

  NewSale.Line line() {
    @Nullable Integer days = product.daysSupply();
    return new NewSale.Line(
        NewSale.Article.of(product), 1, new BigDecimal("8.90"), days, product.prescription(), null);
  }
}

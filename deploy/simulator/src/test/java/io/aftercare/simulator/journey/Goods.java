package io.aftercare.simulator.journey;

import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.NewSale;
import java.math.BigDecimal;

/** What is sold in the journeys. */
enum Goods {
  PAINKILLER("313782", "Acetaminophen 325 MG Oral Tablet"),
  ANTIBIOTIC("308182", "Amoxicillin 250 MG Oral Capsule");

  private final String code;
  private final String description;

  Goods(String code, String description) {
    this.code = code;
    this.description = description;
  }

  String code() {
    return code;
  }

  String description() {
    return description;
  }

  NewSale.Line line() {
    NewSale.Article article = NewSale.Article.of(Catalogue.demo().product(code, description));
    return new NewSale.Line(article, 1, new BigDecimal("8.90"), null, this == ANTIBIOTIC, null);
  }
}

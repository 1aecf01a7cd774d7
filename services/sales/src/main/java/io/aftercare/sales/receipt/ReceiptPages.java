package io.aftercare.sales.receipt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages that customers see. */
@CheckedTemplate(basePath = "receipt")
final class ReceiptPages {

  private ReceiptPages() {}

  /**
   * @param nonce what the page's own style proves itself with
   */
  static native TemplateInstance receipt(ReceiptText receipt, String pdf, String nonce);

  static native TemplateInstance missing(String language, Words words, String nonce);
}

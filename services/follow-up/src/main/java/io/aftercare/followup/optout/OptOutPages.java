package io.aftercare.followup.optout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages that readers see. */
@CheckedTemplate(basePath = "optout")
final class OptOutPages {

  private OptOutPages() {}

  /**
   * @param nonce what the page's own style proves itself with
   */
  static native TemplateInstance ask(OptOutWords words, String nonce);

  static native TemplateInstance said(OptOutWords words, String title, String text, String nonce);
}

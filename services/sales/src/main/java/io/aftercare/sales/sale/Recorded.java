package io.aftercare.sales.sale;

import java.util.List;

/** What became of a posted sale. */
sealed interface Recorded {

  /** It is new and stored. */
  record Created(Sale sale) implements Recorded {}

  /** It was stored before with the same content; this is that sale. */
  record Repeated(Sale sale) implements Recorded {}

  /** Its number was used before for a sale with other content; the fields that differ are named. */
  record Differs(Sale sale, List<String> fields) implements Recorded {}
}

package io.aftercare.feedback.complaint;

import io.aftercare.feedback.page.Criteria;
import io.aftercare.feedback.page.FeedbackQuery;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of complaints can be asked for. */
class ComplaintQuery extends FeedbackQuery {

  @RestQuery
  @Parameter(description = "Only those that stand so: open or resolved.")
  @Nullable String status;

  @Override
  public Criteria criteria() {
    return sound(criteria(oneOf("status", status, Complaint.STATUSES, Function.identity())));
  }
}

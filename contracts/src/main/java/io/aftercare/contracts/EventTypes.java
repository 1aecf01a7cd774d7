package io.aftercare.contracts;

/**
 * CloudEvents types. A type never changes its meaning; what must differ gets a new version suffix.
 */
public final class EventTypes {

  public static final String SALE_COMPLETED = "io.aftercare.sale.completed.v1";
  public static final String SALE_RETURNED = "io.aftercare.sale.returned.v1";
  public static final String SALE_VOIDED = "io.aftercare.sale.voided.v1";

  public static final String PRODUCT_RECALLED = "io.aftercare.product.recalled.v1";

  public static final String SERVICE_REQUEST_OPENED = "io.aftercare.service-request.opened.v1";
  public static final String SERVICE_REQUEST_CHANGED = "io.aftercare.service-request.changed.v1";

  public static final String CUSTOMER_REGISTERED = "io.aftercare.customer.registered.v1";
  public static final String CUSTOMER_CHANGED = "io.aftercare.customer.changed.v1";
  public static final String CONSENT_CHANGED = "io.aftercare.consent.changed.v1";
  public static final String CARE_OFFER_MADE = "io.aftercare.care-offer.made.v1";
  public static final String CARE_OFFER_CHANGED = "io.aftercare.care-offer.changed.v1";

  public static final String FOLLOW_UP_SCHEDULED = "io.aftercare.follow-up.scheduled.v1";
  public static final String FOLLOW_UP_CANCELLED = "io.aftercare.follow-up.cancelled.v1";
  public static final String FOLLOW_UP_ATTEMPTED = "io.aftercare.follow-up.attempted.v1";
  public static final String FOLLOW_UP_COMPLETED = "io.aftercare.follow-up.completed.v1";

  public static final String MESSAGE_SCHEDULED = "io.aftercare.message.scheduled.v1";
  public static final String MESSAGE_CHANGED = "io.aftercare.message.changed.v1";

  public static final String ADVERSE_REACTION_SUSPECTED =
      "io.aftercare.adverse-reaction.suspected.v1";

  public static final String COMPLAINT_OPENED = "io.aftercare.complaint.opened.v1";
  public static final String COMPLAINT_RESOLVED = "io.aftercare.complaint.resolved.v1";
  public static final String SURVEY_ANSWERED = "io.aftercare.survey.answered.v1";

  private EventTypes() {}
}

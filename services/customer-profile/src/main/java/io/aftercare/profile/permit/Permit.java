package io.aftercare.profile.permit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.customer.Disclosure;
import io.aftercare.profile.customer.TakeCare;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may be contacted there and then: whom to dial or where to send, or why not.
 */
sealed interface Permit {

  /**
   * Dial.
   *
   * @param number E.164
   */
  record Allowed(String number, Callee callee) implements Permit {}

  /**
   * Send.
   *
   * @param address E.164, an e-mail address, a WeChat id, or what stands on an envelope
   * @param language BCP 47; absent where none is on file
   * @param preferredName whom the message greets
   */
  record Addressed(String address, @Nullable String language, String preferredName)
      implements Permit {}

  /** Do not. */
  record Refused(Reason reason) implements Permit {}

  /**
   * Who is expected to answer.
   *
   * @param name to ask for and to greet with
   * @param relation {@code self}, or what a caregiver is to the customer
   * @param language BCP 47; absent where none is on file
   * @param disclose what this person may be told
   * @param takeCare what to take care of in this call, and what helps
   */
  record Callee(
      String name,
      String relation,
      @Nullable String language,
      Disclosure disclose,
      @Nullable TakeCare takeCare) {}

  /** Why not; stable names that follow-up shows and counts. */
  enum Reason {
    @JsonProperty("customer-unknown")
    CUSTOMER_UNKNOWN,
    @JsonProperty("erased")
    ERASED,
    @JsonProperty("merged")
    MERGED,
    @JsonProperty("deceased")
    DECEASED,
    /** The customer wants the file kept and not worked with. */
    @JsonProperty("restricted")
    RESTRICTED,
    @JsonProperty("do-not-call")
    DO_NOT_CALL,
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN,
    /** Nobody asked, and the chain wants to have asked. */
    @JsonProperty("consent-not-given")
    CONSENT_NOT_GIVEN,
    @JsonProperty("child-without-caregiver")
    CHILD_WITHOUT_CAREGIVER,
    @JsonProperty("no-number")
    NO_NUMBER,
    /** Nothing is on file by which that channel reaches the customer. */
    @JsonProperty("no-address")
    NO_ADDRESS
  }
}

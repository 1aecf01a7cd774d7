package io.aftercare.profile.permit;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Consent;
import io.aftercare.profile.phone.PhoneNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The house-internal door for follow-up: may we dial, and what the call brought to light. */
@Path("/customers")
@Tag(name = "permit")
@RolesAllowed(Roles.SERVICE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PermitResource {

  private final AnswerPermit answerPermit;
  private final MarkDeceased markDeceased;
  private final MarkWrongNumber markWrongNumber;
  private final PhoneNumbers numbers;
  private final Caller caller;

  PermitResource(
      AnswerPermit answerPermit,
      MarkDeceased markDeceased,
      MarkWrongNumber markWrongNumber,
      PhoneNumbers numbers,
      Caller caller) {
    this.answerPermit = answerPermit;
    this.markDeceased = markDeceased;
    this.markWrongNumber = markWrongNumber;
    this.numbers = numbers;
    this.caller = caller;
  }

  /**
   * May this agent dial this customer now?
   *
   * @param agent the subject of the person who gets to see the number; on record as its reader
   */
  record NewPermit(
      @NotNull UUID callId,
      @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x21-\\x7e]*", message = "must be a subject")
          String agent,
      @NotNull Consent.Purpose purpose,
      @NotNull Consent.Channel channel) {}

  /**
   * The answer.
   *
   * @param reason why not; absent when allowed
   * @param number E.164; only when allowed
   * @param callee who is expected to answer; only when allowed
   * @param numberMark by which the number is found again when it turns out to be wrong; only when
   *     allowed
   */
  record PermitView(
      boolean allowed,
      Permit.@Nullable Reason reason,
      @Nullable String number,
      Permit.@Nullable Callee callee,
      @Nullable String numberMark) {

    static PermitView of(Permit permit, PhoneNumbers numbers) {
      return switch (permit) {
        case Permit.Allowed(String number, Permit.Callee callee) ->
            new PermitView(true, null, number, callee, mark(number, numbers));
        case Permit.Refused(Permit.Reason reason) ->
            new PermitView(false, reason, null, null, null);
        case Permit.Addressed _ -> throw new IllegalArgumentException("An address is not dialled");
      };
    }

    private static String mark(String number, PhoneNumbers numbers) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(numbers.mark(number));
    }
  }

  /**
   * May this message go to this customer now?
   *
   * @param messageId the sender's own; on record with the reading
   * @param channel any but {@code call}
   */
  record NewMessagePermit(
      @NotNull UUID messageId,
      @NotNull Consent.Purpose purpose,
      @NotNull Consent.Channel channel) {}

  /**
   * The answer.
   *
   * @param reason why not; absent when allowed
   * @param address by channel: E.164, an e-mail address, a WeChat id, or the lines of an envelope;
   *     only when allowed
   * @param language BCP 47; absent where none is on file
   * @param preferredName whom the message greets: for a child the caregiver; only when allowed
   */
  record MessagePermitView(
      boolean allowed,
      Permit.@Nullable Reason reason,
      @Nullable String address,
      @Nullable String language,
      @Nullable String preferredName) {

    static MessagePermitView of(Permit permit) {
      return switch (permit) {
        case Permit.Addressed(String address, String language, String preferredName) ->
            new MessagePermitView(true, null, address, language, preferredName);
        case Permit.Refused(Permit.Reason reason) ->
            new MessagePermitView(false, reason, null, null, null);
        case Permit.Allowed _ -> throw new IllegalArgumentException("A number is not written to");
      };
    }
  }

  /** In which call it was heard. */
  record HeardInCall(@NotNull UUID callId) {}

  /**
   * @param number E.164, as the permit gave it; absent with its mark
   * @param numberMark as the permit gave it; absent with the number itself
   */
  record WrongNumber(
      @NotNull UUID callId,
      @Nullable
          @Pattern(regexp = "\\+[1-9]\\d{3,14}", message = "must be in E.164, such as +16175550123")
          String number,
      @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{43}", message = "must be as the permit gave it")
          String numberMark) {

    byte[] mark(PhoneNumbers numbers) {
      if ((number == null) == (numberMark == null)) {
        throw Problems.invalid("number", "must be given, or its mark, and not both");
      }
      return number == null ? Base64.getUrlDecoder().decode(numberMark) : numbers.mark(number);
    }
  }

  @POST
  @Path("/{id}/permit")
  public Uni<PermitView> permit(@RestPath UUID id, @Valid @NotNull NewPermit asked) {
    var reading =
        Reading.forAgent(asked.agent(), caller, "POST /customers/{id}/permit", asked.callId());
    var dial = new AnswerPermit.Wish.Dial(asked.purpose(), asked.channel());
    return answerPermit.answer(id, dial, reading).map(permit -> PermitView.of(permit, numbers));
  }

  /** Asked right before each message is sent, and good for that one only. */
  @POST
  @Path("/{id}/message-permit")
  public Uni<MessagePermitView> messagePermit(
      @RestPath UUID id, @Valid @NotNull NewMessagePermit asked) {
    if (asked.channel() == Consent.Channel.CALL) {
      throw Problems.invalid(
          "channel", "must not be call: POST /customers/{id}/permit permits one");
    }
    var send = new AnswerPermit.Wish.Send(asked.purpose(), asked.channel());
    var reading =
        Reading.forMessage(caller, "POST /customers/{id}/message-permit", asked.messageId());
    return answerPermit.answer(id, send, reading).map(MessagePermitView::of);
  }

  @POST
  @Path("/{id}/deceased")
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> deceased(@RestPath UUID id, @Valid @NotNull HeardInCall heard) {
    return markDeceased.mark(id, heard.callId());
  }

  @POST
  @Path("/{id}/wrong-number")
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> wrongNumber(@RestPath UUID id, @Valid @NotNull WrongNumber wrong) {
    return markWrongNumber.mark(id, wrong.mark(numbers), wrong.callId());
  }
}

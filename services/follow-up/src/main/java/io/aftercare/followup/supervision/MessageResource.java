package io.aftercare.followup.supervision;

import io.aftercare.followup.message.Channel;
import io.aftercare.followup.message.Message;
import io.aftercare.followup.message.MessageState;
import io.aftercare.followup.sending.Carriers;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.ListQuery;
import io.aftercare.kit.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Messages and where they stand: never what they say or to which address. */
@Path("/messages")
@Tag(name = "messages")
@RolesAllowed({Roles.SUPERVISOR, Roles.CARE_MANAGER})
@Produces(MediaType.APPLICATION_JSON)
class MessageResource {

  private static final Duration AHEAD = Duration.ofDays(1);

  private final MessageQueue queue;
  private final Carriers carriers;
  private final Caller caller;
  private final Clock clock;

  MessageResource(MessageQueue queue, Carriers carriers, Caller caller, Clock clock) {
    this.queue = queue;
    this.carriers = carriers;
    this.caller = caller;
    this.clock = clock;
  }

  /** What the list can be asked for. */
  static class MessageQuery extends ListQuery {

    @RestQuery
    @Parameter(
        description = "Only those that stand so.",
        schema =
            @Schema(
                type = SchemaType.STRING,
                enumeration = {
                  "queued",
                  "waiting",
                  "sending",
                  "sent",
                  "delivered",
                  "done",
                  "failed",
                  "opted-out",
                  "expired",
                  "cancelled"
                }))
    @Nullable String state;

    @RestQuery
    @Parameter(description = "Only those that the programme of this key made.")
    @Nullable String programme;

    @RestQuery
    @Parameter(
        description = "Only to this customer.",
        schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable String customerId;

    MessageQueue.Filter filter() {
      return sound(
          new MessageQueue.Filter(
              oneOf("state", state, List.of(MessageState.values()), MessageState::key),
              text("programme", programme, "[a-z0-9-]{1,64}", "must be 1 to 64 of a-z 0-9 -"),
              uuid("customerId", customerId),
              afterId(),
              limit()));
    }
  }

  /**
   * A message.
   *
   * @param channel absent while it is not decided
   * @param explained how its time was found, in plain words
   * @param reason why the last attempt came to nothing, or why there will be none
   */
  record MessageView(
      UUID id,
      UUID customerId,
      UUID causeId,
      @Nullable String storeId,
      String programme,
      int programmeVersion,
      int step,
      String purpose,
      String template,
      @Nullable String channel,
      String state,
      Instant dueAt,
      Instant closesAt,
      String explained,
      int attempts,
      @Nullable Instant sentAt,
      @Nullable String reason) {

    static MessageView of(Message message) {
      Channel channel = message.channel();
      return new MessageView(
          message.id(),
          message.customerId(),
          message.causeId(),
          message.storeId(),
          message.programme(),
          message.programmeVersion(),
          message.step(),
          message.purpose().key(),
          message.template(),
          channel == null ? null : channel.key(),
          message.state().key(),
          message.due().at(),
          message.due().closesAt(),
          message.due().explained(),
          message.attempts(),
          message.sentAt(),
          message.reason());
    }
  }

  /**
   * What is open.
   *
   * @param channels those that are set up; none: messages are kept and wait
   * @param until of what is queued, only what falls due before is counted
   */
  record MessageSummary(
      Instant at, Instant until, List<String> channels, List<MessageQueue.Count> states) {}

  @GET
  @Operation(summary = "Messages in the order in which they were planned")
  public Uni<RestResponse<Page<MessageView>>> list(@BeanParam MessageQuery query, UriInfo uri) {
    MessageQueue.Filter filter = query.filter();
    return queue
        .list(filter, caller)
        .map(found -> Page.cut(found, filter.limit()))
        .map(cut -> cut.answer(uri, MessageView::of, last -> last.id().toString()));
  }

  @GET
  @Path("/summary")
  @Operation(summary = "Which channels are set up, and how much waits for them")
  public Uni<MessageSummary> summary() {
    Instant now = clock.instant();
    Instant until = now.plus(AHEAD);
    List<String> channels = carriers.setUp().stream().map(Channel::key).toList();
    return queue.open(until).map(counts -> new MessageSummary(now, until, channels, counts));
  }
}

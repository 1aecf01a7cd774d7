package io.aftercare.profile.takecare;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.SERVICE;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.customer.Caution;
import io.aftercare.profile.customer.Difficulty;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The care team and the call centre, after a conversation that was difficult. */
@Path("/customers/{id}/take-care")
@Tag(name = "take care")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TakeCareResource {

  private static final String CODE = "[a-z]+(-[a-z]+)*";

  private final AskToTakeCare askToTakeCare;
  private final RememberDifficulty rememberDifficulty;
  private final Caller caller;
  private final Clock clock;

  TakeCareResource(
      AskToTakeCare askToTakeCare,
      RememberDifficulty rememberDifficulty,
      Caller caller,
      Clock clock) {
    this.askToTakeCare = askToTakeCare;
    this.rememberDifficulty = rememberDifficulty;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * @param note what to take care of, without blame
   * @param whatHelps what has helped before
   * @param author the subject of the agent whose words a service passes on; nobody else gives one
   */
  record NewCaution(
      @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
          String note,
      @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
          String whatHelps,
      @Nullable @Size(max = 100) @Pattern(regexp = "[\\x21-\\x7e]+", message = "must be a subject")
          String author) {}

  @PUT
  @RolesAllowed({SERVICE, CARE_MANAGER, PHARMACIST})
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> ask(@RestPath UUID id, @Valid @NotNull NewCaution said) {
    var caution =
        new Caution(
            said.note().strip(),
            said.whatHelps() == null || said.whatHelps().isBlank()
                ? null
                : said.whatHelps().strip(),
            author(said),
            Instant.now(clock));
    return askToTakeCare.ask(
        id,
        caution,
        Reach.of(caller),
        new Reading(
            caution.by(),
            caller.store().orElse(null),
            "PUT /customers/{id}/take-care",
            caller.reason()));
  }

  /**
   * A conversation that was difficult, in codes.
   *
   * @param callId the call in which it was
   * @param author the subject of the agent who had it
   * @param kinds what made it difficult, such as {@code shouting}; none while nobody said
   * @param helped what helped, or may help the next time, such as {@code let-them-finish}
   * @param at when it was, with offset
   * @param until from then on nobody is told any more, with offset
   */
  record NewDifficulty(
      @NotNull UUID callId,
      @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}", message = "must be a subject")
          String author,
      @NotNull @Size(max = 10)
          List<@NotNull @Pattern(regexp = CODE, message = "must be a code") String> kinds,
      @NotNull @Size(max = 10)
          List<@NotNull @Pattern(regexp = CODE, message = "must be a code") String> helped,
      @NotNull OffsetDateTime at,
      @NotNull OffsetDateTime until) {

    Difficulty difficulty() {
      if (!until.isAfter(at)) {
        throw Problems.invalid("until", "must lie after at");
      }
      return new Difficulty(callId, kinds, helped, at.toInstant(), until.toInstant());
    }
  }

  @PUT
  @Path("/difficulty")
  @RolesAllowed(SERVICE)
  @APIResponse(responseCode = "204", description = "Committed")
  @Operation(summary = "A conversation was difficult: whoever meets the customer next takes care")
  public Uni<Void> wasDifficult(@RestPath UUID id, @Valid @NotNull NewDifficulty said) {
    return rememberDifficulty.remember(
        id,
        said.difficulty(),
        Reading.forAgent(
            said.author(), caller, "PUT /customers/{id}/take-care/difficulty", said.callId()));
  }

  @DELETE
  @RolesAllowed({CARE_MANAGER, PHARMACIST})
  @APIResponse(responseCode = "204", description = "Committed")
  public Uni<Void> lift(@RestPath UUID id) {
    return askToTakeCare.ask(
        id, null, Reach.of(caller), Reading.by(caller, "DELETE /customers/{id}/take-care"));
  }

  /** A service writes for an agent; a person writes for themselves. */
  private String author(NewCaution said) {
    boolean service = caller.is(SERVICE);
    if (service && said.author() == null) {
      throw Problems.invalid("author", "must be the agent whose words these are");
    }
    if (!service && said.author() != null) {
      throw Problems.invalid("author", "is yourself: leave it out");
    }
    return said.author() == null ? caller.subject() : said.author();
  }
}

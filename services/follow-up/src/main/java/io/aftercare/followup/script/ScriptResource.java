package io.aftercare.followup.script;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The questions of a call and their answers. */
@Path("/calls/{id}/answers")
@Tag(name = "script")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ScriptResource {

  private static final String LANGUAGE =
      "BCP 47 tag of the language to read in, else the one the call's step is held in; English where"
          + " we have no script in it.";

  private final SaveAnswers saveAnswers;
  private final ReadAnswers readAnswers;
  private final Interviews interviews;
  private final Caller caller;

  ScriptResource(
      SaveAnswers saveAnswers, ReadAnswers readAnswers, Interviews interviews, Caller caller) {
    this.saveAnswers = saveAnswers;
    this.readAnswers = readAnswers;
    this.interviews = interviews;
    this.caller = caller;
  }

  /**
   * Answers, one or several.
   *
   * @param epoch as it was given with the call
   * @param answers by question: a value, a list of values or a number; null takes one back
   */
  record NewAnswers(
      @NotNull @Min(0) Long epoch,
      @NotNull @Size(min = 1, max = 100) Map<String, @Nullable Object> answers) {}

  @GET
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST, Roles.SUPERVISOR})
  @Operation(summary = "The script of a call, and what was answered so far; mine, for an agent")
  public Uni<ScriptView> read(
      @RestPath UUID id, @Parameter(description = LANGUAGE) @RestQuery @Nullable String language) {
    boolean any = caller.is(Roles.PHARMACIST) || caller.is(Roles.SUPERVISOR);
    return readAnswers
        .read(id, caller, any)
        .map(standing -> ScriptView.of(standing, interviews, spoken(standing, language)));
  }

  @PUT
  @RolesAllowed({Roles.AGENT, Roles.PHARMACIST})
  @Operation(summary = "Saves answers as they are given; what fits is kept, what does not is named")
  public Uni<ScriptView> save(
      @RestPath UUID id,
      @Parameter(description = LANGUAGE) @RestQuery @Nullable String language,
      @Valid @NotNull NewAnswers given) {
    return saveAnswers
        .save(id, given.epoch(), caller.subject(), given.answers())
        .map(standing -> ScriptView.of(standing, interviews, spoken(standing, language)));
  }

  private static Language spoken(SaveAnswers.Standing standing, @Nullable String asked) {
    return Language.of(asked == null ? standing.language() : asked);
  }
}

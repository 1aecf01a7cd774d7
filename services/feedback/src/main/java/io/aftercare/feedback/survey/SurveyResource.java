package io.aftercare.feedback.survey;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.feedback.page.Criteria;
import io.aftercare.feedback.page.FeedbackQuery;
import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to the satisfaction question, for those who run the chain. */
@Path("/surveys")
@Tag(name = "surveys")
@Produces(MediaType.APPLICATION_JSON)
class SurveyResource {

  private final Mutiny.SessionFactory sessions;
  private final Answers answers;
  private final AccessLog accessLog;
  private final Caller caller;

  SurveyResource(
      Mutiny.SessionFactory sessions, Answers answers, AccessLog accessLog, Caller caller) {
    this.sessions = sessions;
    this.answers = answers;
    this.accessLog = accessLog;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Answers, newest first; from and to bound the time of the answer.")
  @RolesAllowed({SUPERVISOR, CARE_MANAGER})
  public Uni<RestResponse<Page<AnswerView>>> list(
      @BeanParam FeedbackQuery query, @Context UriInfo uri) {
    Criteria criteria = query.criteria();
    return sessions
        .withTransaction(
            session ->
                answers
                    .find(session, criteria)
                    .map(found -> Page.cut(found, criteria.limit()))
                    .call(
                        cut ->
                            accessLog.read(
                                session, caller, "GET /surveys", cut.each(Answer::customerId))))
        .map(
            cut ->
                cut.answer(
                    uri, AnswerView::of, last -> new Cursor(last.answeredAt(), last.id()).text()));
  }
}

package io.aftercare.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tells in the API description what every refusal looks like, once for all operations. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

  private static final String PROBLEM = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    var problem =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM));
    operation
        .getResponses()
        .setDefaultValue(
            OASFactory.createAPIResponse()
                .description("Refused; type says why and may be programmed against (RFC 9457)")
                .content(
                    OASFactory.createContent().addMediaType("application/problem+json", problem)));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents()
        .addSchema(
            PROBLEM,
            object()
                .addProperty("type", text("Stable name of the problem, a URN"))
                .addProperty("title", text("The problem in a few words"))
                .addProperty("status", number("The HTTP status again"))
                .addProperty("detail", text("What is wrong here, and what to do"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty("reason", text("Why a permit was refused"))
                .addProperty(
                    "violations",
                    OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .description("Every field that is wrong")
                        .items(
                            object()
                                .addProperty("field", text("Path of the field"))
                                .addProperty("message", text("What it must be"))
                                .addProperty("in", text("Part of the request")))));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }

  private static Schema number(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description(description);
  }
}

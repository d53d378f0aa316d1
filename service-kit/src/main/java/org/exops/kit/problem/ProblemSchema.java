package org.exops.kit.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The problem body as OpenAPI describes it. */
final class ProblemSchema {
    private static final String REF = "#/components/schemas/Problem";

    private ProblemSchema() {}

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problems.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(REF)));
    }

    static Schema create() {
        Schema violation = of(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text("JSON pointer (RFC 6901) into the body, or / and a parameter's name"))
                .addProperty("message", text("What is wrong there"))
                .required(List.of("pointer", "message"));
        return of(Schema.SchemaType.OBJECT)
                .description("Problem details (RFC 9457); extension members stand beside these")
                .addProperty(
                        "type", text("https://exops.dev/problems/ and the slug").format("uri"))
                .addProperty("title", text("The same for every problem of the type"))
                .addProperty("status", of(Schema.SchemaType.INTEGER).description("The HTTP status code"))
                .addProperty("detail", text("What happened this time"))
                .addProperty("instance", text("The path that was asked").format("uri-reference"))
                .addProperty("violations", of(Schema.SchemaType.ARRAY).items(violation))
                .required(List.of("type", "title", "status"));
    }

    private static Schema text(String description) {
        return of(Schema.SchemaType.STRING).description(description);
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}

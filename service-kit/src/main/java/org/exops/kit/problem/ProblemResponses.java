package org.exops.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Documents the refusals that every operation shares, so that a resource names only its own: by status, with the problem types
 * that may stand behind it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
    private static final List<ProblemType> ALWAYS = List.of(
            ProblemType.UNAUTHORIZED,
            ProblemType.FORBIDDEN,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.INTERNAL,
            ProblemType.UNAVAILABLE);
    private static final List<ProblemType> WITH_PARAMETERS =
            List.of(ProblemType.INVALID_SHAPE, ProblemType.NOT_FOUND, ProblemType.INVALID_VALUE);
    private static final List<ProblemType> WITH_BODY = List.of(
            ProblemType.MALFORMED_JSON,
            ProblemType.INVALID_SHAPE,
            ProblemType.PAYLOAD_TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.INVALID_VALUE);
    private static final String SCHEMA = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(SCHEMA, ProblemSchema.create());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> complete(operation, path.contains("{"))));
    }

    private static void complete(Operation operation, boolean hasPathParameters) {
        var types = new ArrayList<>(ALWAYS);
        if (hasPathParameters
                || !Optional.ofNullable(operation.getParameters())
                        .orElse(List.of())
                        .isEmpty()) {
            types.addAll(WITH_PARAMETERS);
        }
        if (operation.getRequestBody() != null) {
            types.addAll(WITH_BODY);
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        types.stream()
                .distinct()
                .collect(Collectors.groupingBy(type -> Integer.toString(type.status())))
                .forEach((status, sharing) -> add(operation.getResponses(), status, sharing));
    }

    // What a resource says about a status itself stands; only a missing body is supplied.
    private static void add(APIResponses responses, String status, List<ProblemType> sharing) {
        APIResponse said = responses.getAPIResponse(status);
        if (said == null) {
            var unused = responses.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse()
                            .description(description(sharing.stream()))
                            .content(ProblemSchema.content()));
        } else if (said.getContent() == null && said.getRef() == null) {
            said.setContent(ProblemSchema.content());
        }
    }

    private static String description(Stream<ProblemType> types) {
        return types.map(type -> type.title() + " (`" + type.slug() + "`)").collect(Collectors.joining("; "));
    }
}

package org.exops.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a refusal: RFC 9457 problem details; {@code instance} is the path that was asked, extension members stand beside. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "violations"})
@Schema(name = "Problem", description = "Problem details, RFC 9457")
public record Problem(
        @Schema(examples = "https://exops.dev/problems/invalid-value")
        String type,

        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Violation> violations,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    static Problem of(ProblemException refusal, @Nullable String path) {
        return new Problem(
                refusal.type().uri().toString(),
                refusal.type().title(),
                refusal.type().status(),
                refusal.detail(),
                path,
                refusal.violations(),
                refusal.extensions());
    }
}

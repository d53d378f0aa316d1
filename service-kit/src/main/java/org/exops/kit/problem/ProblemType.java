package org.exops.kit.problem;

import java.net.URI;

/** The one catalogue of problem types; a slug is API, a title never varies, the status is the HTTP status code. */
public enum ProblemType {
    // The request itself
    MALFORMED_JSON("malformed-json", "The body is not well-formed JSON", 400),
    INVALID_SHAPE("invalid-shape", "The request does not have the expected shape", 400),
    UNREADABLE_FILE("unreadable-file", "The file cannot be read", 400),
    INVALID_VALUE("invalid-value", "A value breaks a rule", 422),
    UNKNOWN_FORMAT("unknown-format", "The format of the file is not known", 422),
    NOT_FOUND("not-found", "There is nothing at this address", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "This address does not take this method", 405),
    NOT_ACCEPTABLE("not-acceptable", "No representation that the client accepts", 406),
    PAYLOAD_TOO_LARGE("payload-too-large", "The body is larger than is taken here", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "This media type is not taken here", 415),
    TOO_MANY_REQUESTS("too-many-requests", "Too many requests", 429),

    // Who asks
    UNAUTHORIZED("unauthorized", "A valid token is required", 401),
    FORBIDDEN("forbidden", "This role may not do that", 403),
    OTHER_TEAM("other-team", "The resource belongs to another team", 403),
    FOUR_EYES("four-eyes", "A second person is required", 403),

    // Repetition and concurrent change
    PRECONDITION_REQUIRED("precondition-required", "If-Match is required", 428),
    STALE("stale", "The resource has changed since it was read", 412),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", "The key was used for another request", 409),
    IDEMPOTENCY_KEY_IN_USE("idempotency-key-in-use", "A request with this key is under way", 409),

    // Experiments and their decisions
    ILLEGAL_TRANSITION("illegal-transition", "The present status does not allow that", 409),
    KEY_TAKEN("key-taken", "The key is taken", 409),
    PRIOR_ATTEMPT("prior-attempt", "A similar attempt failed and is not acknowledged", 409),
    UNKNOWN_STRATEGY("unknown-strategy", "The strategy is not known", 422),
    VERDICT_SUPERSEDED("verdict-superseded", "A newer verdict exists", 409),
    NO_VERDICT("no-verdict", "There is no verdict yet", 409),
    OVERRIDE_REQUIRED("override-required", "Bolder than recommended: an override is required", 409),
    BLOCKED("blocked", "A blocking finding is open", 409),
    HAS_EVIDENCE("has-evidence", "Evidence exists: it ends by a decision", 409),

    // Evidence
    UNKNOWN_EXPERIMENT("unknown-experiment", "The experiment is not known", 404),
    EXPERIMENT_OVER("experiment-over", "The experiment has ended", 409),
    RUN_CHANGED("run-changed", "The run exists with other content", 409),
    UNKNOWN_VARIANT("unknown-variant", "The experiment has no such variant", 422),

    // Our side
    UNAVAILABLE("unavailable", "Not available at the moment", 503),
    INTERNAL("internal", "Something went wrong on our side", 500);

    private static final String BASE = "https://exops.dev/problems/";

    private final String slug;
    private final String title;
    private final int status;
    private final URI uri;

    ProblemType(String slug, String title, int status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.uri = URI.create(BASE + slug);
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }

    /** The {@code type} member. */
    public URI uri() {
        return uri;
    }
}

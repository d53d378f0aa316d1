package org.exops.kit.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is refused, with everything the answer says: the type, the detail, violations, extension members, headers. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions;
    private final transient Map<String, String> headers;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, violations, Map.of());
    }

    public ProblemException(ProblemType type, String detail, List<Violation> violations, Map<String, ?> extensions) {
        this(type, detail, violations, extensions, Map.of());
    }

    private ProblemException(
            ProblemType type,
            String detail,
            List<Violation> violations,
            Map<String, ?> extensions,
            Map<String, String> headers) {
        // A refusal is an answer, not a fault: the stack is never read, and filling it costs more than the request.
        super(detail, null, false, false);
        this.type = type;
        this.violations = List.copyOf(violations);
        this.extensions = Map.copyOf(extensions);
        this.headers = Map.copyOf(headers);
    }

    /** A value at {@code pointer} that breaks a rule: 422. */
    public static ProblemException invalidValue(String pointer, String message) {
        return at(ProblemType.INVALID_VALUE, pointer, message);
    }

    /** One violation, whose message is the detail too. */
    public static ProblemException at(ProblemType type, String pointer, String message) {
        return new ProblemException(type, message, List.of(new Violation(pointer, message)));
    }

    /** The same with one more extension member. */
    public ProblemException with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new ProblemException(type, detail(), violations, more, headers);
    }

    /** The same with one more header on the answer. */
    public ProblemException header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(type, detail(), violations, extensions, more);
    }

    /** The same with {@code Retry-After}, in whole seconds, rounded up. */
    public ProblemException retryAfter(Duration wait) {
        return header("Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public Map<String, String> headers() {
        return headers;
    }
}

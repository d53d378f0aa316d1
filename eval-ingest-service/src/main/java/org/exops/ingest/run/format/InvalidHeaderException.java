package org.exops.ingest.run.format;

import java.util.List;
import org.exops.ingest.run.model.Violation;

/** A run's header breaks the rules; everything that is wrong with it is named. */
public final class InvalidHeaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean shape;
    private final transient List<Violation> violations;

    InvalidHeaderException(boolean shape, List<Violation> violations) {
        super(violations.toString());
        this.shape = shape;
        this.violations = List.copyOf(violations);
    }

    /** Whether a field has the wrong type or is unknown, rather than a value that breaks a rule. */
    public boolean isShape() {
        return shape;
    }

    public List<Violation> violations() {
        return violations;
    }
}

package org.exops.registry.experiment.model;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who did what; none of them may approve their own.
 *
 * @param registrar absent before registration
 */
public record People(
        String creator, String lastEditor, @Nullable String registrar, String decisionOwner) {

    static People author(String subject, String decisionOwner) {
        return new People(subject, subject, null, decisionOwner);
    }

    People edited(String subject, String owner) {
        return new People(creator, subject, registrar, owner);
    }

    People registered(String subject) {
        return new People(creator, lastEditor, subject, decisionOwner);
    }

    /** Whether the person has a hand in the experiment. */
    public boolean include(String subject) {
        return Stream.of(creator, lastEditor, registrar, decisionOwner)
                .filter(Objects::nonNull)
                .anyMatch(subject::equals);
    }
}

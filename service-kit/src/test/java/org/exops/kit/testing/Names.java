package org.exops.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What ArchUnit must know of names. */
final class Names {
    private static final Set<String> BANNED =
            Set.of("impl", "manager", "managers", "helper", "helpers", "util", "utils", "common", "base", "dto", "dao");

    /** Between the words of a camel-case name: LeaseDTORow is Lease, DTO, Row, and Database is one word. */
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    private Names() {}

    static ArchCondition<JavaClass> haveNoBannedWord() {
        return new ArchCondition<>("have no name that says nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (Arrays.stream(WORDS.split(type.getSimpleName()))
                        .anyMatch(word -> BANNED.contains(word.toLowerCase(Locale.ROOT)))) {
                    events.add(SimpleConditionEvent.violated(type, "the name of " + type.getName() + " says nothing"));
                }
            }
        };
    }
}

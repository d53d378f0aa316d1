package org.exops.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ArchUnit must know of adapters: packages {@code http}, {@code kafka} and {@code store} of a feature, with all below. */
final class Adapters {
    private static final Pattern ADAPTER = Pattern.compile("(org\\.exops\\..+?\\.(?:http|kafka|store))(?:\\..*)?");

    private Adapters() {}

    static DescribedPredicate<JavaClass> are() {
        return DescribedPredicate.describe("are in an adapter", type -> !of(type).isEmpty());
    }

    static DescribedPredicate<JavaClass> areNot() {
        return DescribedPredicate.not(are());
    }

    static ArchCondition<JavaClass> notDependOnAny() {
        return notDepend("not depend on an adapter", (origin, target) -> !target.isEmpty());
    }

    static ArchCondition<JavaClass> notDependOnOthers() {
        return notDepend(
                "not depend on another adapter", (origin, target) -> !target.isEmpty() && !target.equals(origin));
    }

    private static ArchCondition<JavaClass> notDepend(String description, BiPredicate<String, String> offends) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (offends.test(of(type), of(dependency.getTargetClass()))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The adapter's package; empty for what is in none. The kit is a library: its packages are no adapters. */
    private static String of(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        Matcher matcher = ADAPTER.matcher(name);
        return matcher.matches() && !name.startsWith("org.exops.kit.") ? matcher.group(1) : "";
    }
}

package org.exops.registry.experiment.model;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.exops.registry.experiment.model.Plan.EvalSet;
import org.exops.registry.experiment.model.Plan.ProtectedSegment;
import org.jspecify.annotations.Nullable;

/** What a plan may ask for. */
final class PlanRules {
    private static final Duration LONGEST = Duration.ofDays(3650);
    // Evidence keeps at most so many segment values.
    private static final int MOST_PROTECTED = 50;
    private static final String AT = "/plan";

    private PlanRules() {}

    static void check(Plan plan, List<List<String>> segments, Breaches breaches) {
        breaches.unless(
                plan.requiredUnits() >= 1 && plan.requiredUnits() <= 1_000_000_000L,
                AT + "/requiredUnits",
                "must lie between 1 and 1000000000");
        breaches.unless(
                plan.alpha() > 0 && plan.alpha() <= 0.5, AT + "/alpha", "must be greater than 0 and at most 0.5");
        breaches.unless(plan.power() > 0 && plan.power() < 1, AT + "/power", "must lie between 0 and 1");
        checkTimes(plan, breaches);
        checkEvalSet(plan.evalSet(), breaches);
        checkProtected(plan.protectedSegments(), segments, breaches);
    }

    private static void checkTimes(Plan plan, Breaches breaches) {
        breaches.unless(isSpan(plan.deadline()), AT + "/deadline", "must be longer than PT0S and at most 3650 days");
        breaches.unless(
                !plan.minimumDuration().isNegative() && plan.minimumDuration().compareTo(plan.deadline()) <= 0,
                AT + "/minimumDuration",
                "must not be negative nor longer than the deadline");
        breaches.unless(
                isSpan(plan.maxControlAge()), AT + "/maxControlAge", "must be longer than PT0S and at most 3650 days");
    }

    private static boolean isSpan(Duration duration) {
        return !duration.isNegative() && !duration.isZero() && duration.compareTo(LONGEST) <= 0;
    }

    private static void checkEvalSet(@Nullable EvalSet evalSet, Breaches breaches) {
        if (evalSet != null) {
            breaches.unlessText(evalSet.name(), 200, AT + "/evalSet/name");
            breaches.unlessText(evalSet.version(), 200, AT + "/evalSet/version");
        }
    }

    private static void checkProtected(
            List<ProtectedSegment> segments, List<List<String>> declared, Breaches breaches) {
        breaches.unlessAtMost(MOST_PROTECTED, segments, AT + "/protectedSegments");
        Set<Set<String>> dimensions = declared.stream().map(Set::copyOf).collect(Collectors.toSet());
        for (int i = 0; i < segments.size(); i++) {
            ProtectedSegment segment = segments.get(i);
            String pointer = AT + "/protectedSegments/" + i;
            breaches.unless(
                    dimensions.contains(segment.where().keySet()),
                    pointer + "/where",
                    "declare its dimensions in 'segments': "
                            + sorted(segment.where().keySet()));
            breaches.unless(
                    segment.where().values().stream().noneMatch(String::isBlank),
                    pointer + "/where",
                    "a value must not be blank");
            breaches.unlessWithin(segment.margin(), 0, 1, pointer + "/margin");
            breaches.unless(segment.minimumN() >= 1, pointer + "/minimumN", "must be at least 1");
        }
    }

    private static String sorted(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}

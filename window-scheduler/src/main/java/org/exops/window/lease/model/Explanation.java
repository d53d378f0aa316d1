package org.exops.window.lease.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exops.window.surface.model.SurfacePath;

/** Says in a person's words why an experiment waits. */
final class Explanation {
    private static final int NAMED = 3;

    private Explanation() {}

    static Reason held(Reason.Code code, SurfacePath path, List<Admission> holders) {
        String names = holders.stream()
                .sorted(Comparator.comparing(Admission::holdsUntil))
                .limit(NAMED)
                .map(holder -> holder.experiment().key() + " until " + holder.holdsUntil())
                .collect(Collectors.joining(", "));
        int others = holders.size() - NAMED;
        return new Reason(
                code,
                "%s is held by %s%s".formatted(path, names, others > 0 ? " and %d others".formatted(others) : ""));
    }

    static Place of(Admission waiting, Optional<Admission> first, int position, List<Reason> obstacles) {
        List<Reason> reasons = new ArrayList<>();
        for (Reason obstacle : obstacles) {
            reasons.add(new Reason(obstacle.code(), "%s; you are %s".formatted(obstacle.text(), ordinal(position))));
        }
        first.ifPresent(ahead -> reasons.add(new Reason(
                Reason.Code.LINE,
                "%s is first in line; you are %s".formatted(ahead.experiment().key(), ordinal(position)))));
        if (waiting.isUnconfirmedSafetyFix()) {
            reasons.add(new Reason(
                    Reason.Code.SAFETY_FIX_UNAPPROVED, "ranked as NORMAL until an approver confirms the safety fix"));
        }
        return new Place(position, List.copyOf(reasons));
    }

    static String ordinal(int position) {
        boolean teen = position % 100 / 10 == 1;
        return position
                + switch (teen ? 0 : position % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}

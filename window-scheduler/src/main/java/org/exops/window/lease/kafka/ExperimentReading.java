package org.exops.window.lease.kafka;

import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exops.events.v1.ExperimentConfiguration.Run;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentSnapshot.People;
import org.exops.window.lease.model.Ending;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.PriorityClass;
import org.exops.window.lease.model.RiskTier;
import org.exops.window.lease.model.Sharing;
import org.exops.window.lease.model.Terms;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** What the scheduler takes from an experiment's snapshot. */
final class ExperimentReading {
    private ExperimentReading() {}

    static Experiment of(ExperimentSnapshot snapshot) {
        return new Experiment(
                snapshot.id(),
                snapshot.key(),
                snapshot.team(),
                new SurfacePath(snapshot.configuration().surface()),
                terms(snapshot),
                owners(snapshot.people()),
                ending(snapshot));
    }

    private static Terms terms(ExperimentSnapshot snapshot) {
        Run run = snapshot.configuration().run();
        return new Terms(
                tier(snapshot),
                priority(run),
                new Sharing(run.overlapAllowed(), run.population()),
                // The database keeps microseconds.
                snapshot.plan().deadlineAt().truncatedTo(ChronoUnit.MICROS));
    }

    private static RiskTier tier(ExperimentSnapshot snapshot) {
        return switch (snapshot.risk().tier()) {
            case LOW -> RiskTier.LOW;
            case ELEVATED -> RiskTier.ELEVATED;
            case HIGH -> RiskTier.HIGH;
        };
    }

    private static PriorityClass priority(Run run) {
        return switch (run.priority()) {
            case SAFETY_FIX -> PriorityClass.SAFETY_FIX;
            case NORMAL -> PriorityClass.NORMAL;
            case EXPLORATORY -> PriorityClass.EXPLORATORY;
        };
    }

    private static Set<String> owners(People people) {
        return Stream.of(people.creator(), people.lastEditor(), people.registrar(), people.decisionOwner())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Ending ending(ExperimentSnapshot snapshot) {
        return switch (snapshot.status()) {
            case CONCLUDED -> Ending.DECIDED;
            case WITHDRAWN -> Ending.WITHDRAWN;
            case DRAFT, REGISTERED, QUEUED, RUNNING, SUSPENDED -> null;
        };
    }
}

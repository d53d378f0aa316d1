package org.exops.scoring.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.scoring.decision.model.Evidence;
import org.exops.scoring.decision.model.Plan;
import org.exops.scoring.verdict.model.Sighting;
import org.jspecify.annotations.Nullable;

/** Reads from the snapshots what tells whether a look is due. */
final class Sightings {
    private Sightings() {}

    static Sighting of(ExperimentSnapshot experiment, @Nullable EvidenceSnapshot snapshot, String admission) {
        Plan plan = PlanReading.of(experiment);
        Evidence evidence = EvidenceReading.of(snapshot);
        Map<String, Long> units = new LinkedHashMap<>();
        List<Boolean> milestones = new ArrayList<>();
        for (String treatment : plan.scope().treatments()) {
            Evidence.Pair pair = evidence.pair(plan.scope().control(), treatment);
            units.put(treatment, pair.score().n());
            milestones.addAll(milestones(plan, pair));
        }
        return new Sighting(
                experiment.status() + " " + admission + " " + experiment.risk().tier(), runs(snapshot), units, (int)
                        milestones.stream().filter(reached -> reached).count());
    }

    private static String runs(@Nullable EvidenceSnapshot snapshot) {
        if (snapshot == null) {
            return "none";
        }
        String arms = snapshot.arms().stream()
                .map(arm -> arm.variant() + " " + arm.runs().count() + " " + arm.status())
                .collect(Collectors.joining(", "));
        return arms + " of " + snapshot.expectedCases();
    }

    private static List<Boolean> milestones(Plan plan, Evidence.Pair pair) {
        Plan.Measures measures = plan.measures();
        List<Boolean> reached = new ArrayList<>();
        reached.add(pair.quality().n() >= measures.target().minimumN());
        reached.add(pair.score().n() >= plan.demand().requiredUnits());
        reached.add(pair.burnedIn());
        for (Plan.Guardrail guardrail : measures.guardrails()) {
            reached.add(pair.difference(guardrail.name(), Map.of()).n() >= guardrail.minimumN());
        }
        for (Plan.ProtectedSegment segment : measures.protectedSegments()) {
            long n = pair.difference(measures.target().name(), segment.where()).n();
            reached.add(n >= segment.minimumN());
        }
        return reached;
    }
}

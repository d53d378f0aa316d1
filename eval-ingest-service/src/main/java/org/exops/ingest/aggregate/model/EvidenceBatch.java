package org.exops.ingest.aggregate.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Some observations of one run on their way into the totals. Load the cases, then {@link #clustersOf} and the clusters, then
 * {@link #count}: the work is that of the new cases alone.
 */
public final class EvidenceBatch {
    private final EvidenceTotals totals;
    private final Set<String> tracked;
    private final Map<String, CaseEvidence> cases = new HashMap<>();
    private final Map<String, ClusterState> clusters = new HashMap<>();
    private final Set<CaseName> changed = new HashSet<>();

    public EvidenceBatch(EvidenceTotals totals) {
        this.totals = totals;
        this.tracked = totals.plan().segmentation().tracked();
    }

    /** One case in one arm. */
    public record CaseName(String caseId, int variant) {}

    /** The stored form of a case's arm. */
    public record StoredCase(CaseName name, byte[] state) {}

    /** The stored form of a cluster. */
    public record StoredCluster(String cluster, byte[] state) {}

    public static Set<String> casesOf(List<Observation> observations) {
        Set<String> names = new TreeSet<>();
        observations.forEach(seen -> names.add(seen.identity().caseId()));
        return names;
    }

    public void load(StoredCase stored) {
        evidence(stored.name().caseId()).put(stored.name().variant(), Frozen.read(stored.state(), CaseArm::read));
    }

    public void load(StoredCluster stored) {
        clusters.put(stored.cluster(), Frozen.read(stored.state(), ClusterState::read));
    }

    /** The clusters that counting will touch, once every case is loaded; sorted, so that nobody waits in a circle. */
    public Set<String> clustersOf(List<Observation> observations) {
        Set<String> names = new TreeSet<>(casesOf(observations));
        observations.forEach(seen -> add(names, seen.grouping().cluster()));
        cases.values().forEach(evidence -> evidence.arms().forEach(arm -> add(names, arm.cluster())));
        return names;
    }

    private static void add(Set<String> names, @Nullable String cluster) {
        if (cluster != null) {
            names.add(cluster);
        }
    }

    /**
     * Counts observations whose variant is one of the plan's.
     *
     * @return those that the same run has brought before, which change nothing
     */
    public List<Observation> count(UUID run, List<Observation> observations) {
        // Segments are numbered in order of appearance.
        Map<String, List<Observation>> byCase = new LinkedHashMap<>();
        observations.forEach(seen -> byCase.computeIfAbsent(seen.identity().caseId(), absent -> new ArrayList<>())
                .add(seen));
        List<Observation> repeated = new ArrayList<>();
        byCase.forEach((caseId, seen) -> repeated.addAll(count(run, caseId, seen)));
        clusters.values()
                .forEach(cluster -> cluster.changes(
                        (series, before, after) -> totals.clustered(series).replace(before, after)));
        return repeated;
    }

    private List<Observation> count(UUID run, String caseId, List<Observation> observations) {
        CaseEvidence evidence = evidence(caseId);
        List<Observation> repeated = new ArrayList<>();
        evidence.tell(new Change(-1));
        for (Observation seen : observations) {
            if (!add(run, evidence, seen)) {
                repeated.add(seen);
            }
        }
        evidence.tell(new Change(1));
        return repeated;
    }

    private boolean add(UUID run, CaseEvidence evidence, Observation seen) {
        Plan plan = totals.plan();
        int variant = plan.variant(seen.identity().variant());
        CaseArm arm = evidence.arm(variant);
        if (arm.has(run, seen.identity().trial())) {
            return false;
        }
        arm.add(plan, tracked, run, seen);
        totals.arm(variant).add(seen.status(), seen.measures().latency());
        changed.add(new CaseName(seen.identity().caseId(), variant));
        return true;
    }

    /** Notes that a run is counted whole for one variant. */
    public void finish(int variant, RunTally.CountedRun run, @Nullable String evalSet, Instant startedAt) {
        totals.arm(variant).runs().add(run, evalSet, startedAt);
    }

    public List<StoredCase> changedCases() {
        return changed.stream()
                .map(name -> new StoredCase(
                        name, Frozen.write(evidence(name.caseId()).arm(name.variant())::write)))
                .toList();
    }

    public List<StoredCluster> changedClusters() {
        return clusters.entrySet().stream()
                .filter(cluster -> cluster.getValue().changed())
                .map(cluster -> new StoredCluster(cluster.getKey(), Frozen.write(cluster.getValue()::write)))
                .toList();
    }

    private CaseEvidence evidence(String caseId) {
        return cases.computeIfAbsent(caseId, absent -> new CaseEvidence(caseId, totals.plan(), totals.segments()));
    }

    /** Takes a case's parts out of the sums (−1) or puts them in (1). */
    private final class Change implements CaseEvidence.Listener {
        private final int sign;

        Change(int sign) {
            this.sign = sign;
        }

        @Override
        public void part(String cluster, Series series, GroupSum part) {
            ClusterState state = clusters.computeIfAbsent(cluster, absent -> new ClusterState());
            if (sign > 0) {
                state.add(series, part);
            } else {
                state.remove(series, part);
            }
        }

        @Override
        public void moment(MomentKey key, RunningMean all, RunningMean ifErrorsDropped) {
            totals.count(key, all, ifErrorsDropped, sign);
        }

        @Override
        public void pairing(int pair, boolean inControl, boolean inTreatment) {
            totals.pair(pair).count(inControl, inTreatment, sign);
        }

        @Override
        public void seen() {
            totals.countCase(sign);
        }
    }
}

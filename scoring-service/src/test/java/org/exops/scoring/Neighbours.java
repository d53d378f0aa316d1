package org.exops.scoring;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.exops.events.v1.AdmissionChange;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.AdmissionStatus;
import org.exops.events.v1.ClusteredSums;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.EvidenceChange;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.EvidenceSource;
import org.exops.events.v1.ExperimentChange;
import org.exops.events.v1.ExperimentConfiguration;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentStatus;
import org.exops.events.v1.Golden;
import org.exops.events.v1.RiskTier;
import org.exops.kit.testing.Events;
import org.exops.scoring.statistics.model.ClusterSums;
import org.exops.scoring.statistics.model.RawCases;

/** One experiment as the neighbours tell of it: {@code new Neighbours().registers().brings(1, 2000, 0.05)}. */
public final class Neighbours {
    public final UUID id = UUID.randomUUID();
    public final String key = "experiment-" + id;
    private final Instant registeredAt = Instant.now().minusSeconds(3600);
    private Instant deadlineAt = registeredAt.plusSeconds(86_400);
    private long revision;

    /** Registered an hour ago, with a day to go. */
    @CanIgnoreReturnValue
    public Neighbours registers() {
        tell(ExperimentChange.REGISTERED, ExperimentStatus.REGISTERED);
        return this;
    }

    @CanIgnoreReturnValue
    public Neighbours registersUntil(Instant deadline) {
        deadlineAt = deadline;
        return registers();
    }

    @CanIgnoreReturnValue
    public Neighbours concludes() {
        tell(ExperimentChange.DECIDED, ExperimentStatus.CONCLUDED);
        return this;
    }

    /** Evidence of so many cases in five-case clusters, where the treatment gains so much quality on each. */
    @CanIgnoreReturnValue
    public Neighbours brings(long evidenceRevision, int cases, double gain) {
        Events.publish(EventTypes.EVIDENCE, id.toString(), evidence(evidenceRevision, cases, gain));
        return this;
    }

    @CanIgnoreReturnValue
    public Neighbours isAdmitted(long admissionRevision, String surface) {
        Events.publish(
                EventTypes.ADMISSION,
                id.toString(),
                new AdmissionSnapshot(
                        id,
                        key,
                        admissionRevision,
                        AdmissionChange.GRANTED,
                        Instant.now(),
                        surface,
                        "support",
                        RiskTier.LOW,
                        AdmissionStatus.GRANTED,
                        new AdmissionSnapshot.Lease(1, 7, registeredAt, deadlineAt, null, null),
                        "alice",
                        List.of(),
                        List.of()));
        return this;
    }

    public ExperimentSnapshot experiment(long number, ExperimentChange change, ExperimentStatus status) {
        ExperimentSnapshot golden = Golden.of(EventTypes.EXPERIMENT);
        return new ExperimentSnapshot(
                id,
                key,
                golden.team(),
                number,
                change,
                status,
                false,
                registeredAt,
                golden.people(),
                golden.risk(),
                unprotected(golden.configuration()),
                new ExperimentSnapshot.RegisteredPlan(
                        golden.plan().digest(),
                        registeredAt,
                        deadlineAt,
                        golden.plan().strategy()),
                null);
    }

    public EvidenceSnapshot evidence(long evidenceRevision, int cases, double gain) {
        RawCases score = new RawCases(3);
        RawCases quality = new RawCases(2);
        RawCases guardrail = new RawCases(1);
        Random random = new Random(11);
        double[] noise = random.doubles(cases, -0.5, 0.5).toArray();
        double mean = Arrays.stream(noise).average().orElse(0);
        for (int i = 0; i < cases; i++) {
            String cluster = "cluster" + i / 5;
            double difference = gain + noise[i] - mean;
            score.add(cluster, difference, 0.0001 * random.nextDouble(), 0);
            quality.add(cluster, difference, 0);
            guardrail.add(cluster, (noise[i] - mean) / 10);
        }
        return new EvidenceSnapshot(
                id,
                key,
                evidenceRevision,
                EvidenceChange.AGGREGATED,
                Instant.now(),
                "sha256:" + evidenceRevision,
                cases,
                false,
                List.of(arm("A", evidenceRevision, cases), arm("B", evidenceRevision, cases)),
                List.of(new EvidenceSnapshot.Pair(
                        "A",
                        "B",
                        new EvidenceSnapshot.Pairing(cases, (cases + 4) / 5, 0, 0),
                        sums(score.sums()),
                        sums(quality.sums()),
                        List.of(new EvidenceSnapshot.PairedMetric("groundedness", Map.of(), sums(guardrail.sums()))))));
    }

    private void tell(ExperimentChange change, ExperimentStatus status) {
        revision++;
        Events.publish(EventTypes.EXPERIMENT, id.toString(), experiment(revision, change, status));
    }

    private EvidenceSnapshot.Arm arm(String name, long run, int cases) {
        RawCases cost = new RawCases(1);
        Histogram latency = new Histogram(1, 3_600_000, 3);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < cases; i++) {
            cost.add("cluster" + i / 5, 0.01 + 0.001 * random.nextDouble());
            latency.recordValue(800 + random.nextInt(1000));
        }
        Instant started = registeredAt.plusSeconds(60);
        return new EvidenceSnapshot.Arm(
                name,
                new EvidenceSnapshot.Runs(
                        (int) run,
                        List.of("refunds@12"),
                        started,
                        started,
                        List.of(new EvidenceSnapshot.RunReference(
                                UUID.nameUUIDFromBytes(new byte[] {(byte) run}).toString(),
                                "ci-" + run,
                                cases,
                                "sha256:" + name))),
                new EvidenceSnapshot.StatusCounts(cases, 0, 0, 0),
                List.of(new EvidenceSnapshot.MetricMoments(
                        "task_success",
                        Map.of(),
                        EvidenceSource.OFFLINE,
                        new EvidenceSnapshot.Moments(cases, 0.7, 0.21 * cases),
                        new EvidenceSnapshot.Moments(cases, 0.7, 0.21 * cases))),
                sums(cost.sums()),
                new EvidenceSnapshot.Latency(cases, encoded(latency), null));
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static ClusteredSums sums(ClusterSums sums) {
        return new ClusteredSums(
                sums.n(), sums.clusters(), sums.sums(), sums.crossProducts(), sums.sizeWeighted(), sums.sizeSquares());
    }

    private static ExperimentConfiguration unprotected(ExperimentConfiguration golden) {
        ExperimentConfiguration.Plan plan = golden.plan();
        return new ExperimentConfiguration(
                golden.title(),
                golden.surface(),
                golden.target(),
                golden.hypothesis(),
                golden.business(),
                new ExperimentConfiguration.Plan(
                        plan.evidence(),
                        plan.unit(),
                        plan.evalSet(),
                        plan.requiredUnits(),
                        plan.minimumDuration(),
                        plan.deadline(),
                        plan.maxControlAge(),
                        plan.alpha(),
                        plan.power(),
                        new ArrayList<>()),
                golden.metrics(),
                golden.strategy(),
                golden.budget(),
                golden.segments(),
                golden.traffic(),
                golden.run(),
                golden.variants(),
                golden.acknowledgedPriorAttempts(),
                golden.revises());
    }
}

package org.exops.scoring.decision.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import org.exops.scoring.statistics.model.ClusterSums;
import org.exops.scoring.statistics.model.RawCases;
import org.jspecify.annotations.Nullable;

/** A fixture: {@code aDocket().paired(2000).gaining(0.05).docket()}. */
final class Dockets {
    static final Instant REGISTERED = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant DEADLINE = Instant.parse("2026-11-22T00:00:00Z");

    private final List<String> treatments = new ArrayList<>(List.of("B"));
    private final Map<String, Double> gains = new LinkedHashMap<>();
    private final List<Plan.Guardrail> guardrails = new ArrayList<>();
    private final List<Plan.ProtectedSegment> protectedSegments = new ArrayList<>();
    private final Map<Map<String, String>, Double> segmentGains = new LinkedHashMap<>();
    private final List<String> evalSets = new ArrayList<>(List.of("refunds@12"));
    private Plan.Target target = Plan.Target.PROMPT;
    private Plan.Tier tier = Plan.Tier.LOW;
    private Plan.Deciding deciding = Plan.Deciding.OFFLINE;
    private Strategy strategy = Strategy.BUILT_IN.get(0);
    private Plan.Budget budget = new Plan.Budget(null, null);
    private double minimumScore = 0.01;
    private double guardrailGain;
    private double costDifference;
    private double spread = 0.3;
    private long required = 2000;
    private long expected = -1;
    private int paired = 2000;
    private int perCluster = 5;
    private int segmentClusters = -1;
    private boolean named = true;
    private int withCost = -1;
    private int lostByControl;
    private int lostByTreatment;
    private Duration minimumDuration = Duration.ZERO;
    private Instant controlRanAt = Instant.parse("2026-11-02T00:00:00Z");
    private Instant at = Instant.parse("2026-11-03T00:00:00Z");
    private List<Past> past = List.of();
    private boolean armB = true;

    static Dockets aDocket() {
        return new Dockets();
    }

    Dockets gaining(double quality) {
        return gaining("B", quality);
    }

    Dockets gaining(String treatment, double quality) {
        if (!treatments.contains(treatment)) {
            treatments.add(treatment);
        }
        gains.put(treatment, quality);
        return this;
    }

    Dockets spread(double value) {
        spread = value;
        return this;
    }

    Dockets dearerBy(double usd) {
        costDifference = usd;
        return this;
    }

    Dockets paired(int cases) {
        paired = cases;
        return this;
    }

    Dockets perCluster(int cases) {
        perCluster = cases;
        return this;
    }

    Dockets expecting(long cases) {
        expected = cases;
        return this;
    }

    Dockets requiring(long units) {
        required = units;
        return this;
    }

    Dockets worthwhileFrom(double score) {
        minimumScore = score;
        return this;
    }

    Dockets pricedPairs(int cases) {
        withCost = cases;
        return this;
    }

    Dockets losing(int inControl, int inTreatment) {
        lostByControl = inControl;
        lostByTreatment = inTreatment;
        return this;
    }

    Dockets guardrail(double margin, double gain) {
        guardrails.add(new Plan.Guardrail("groundedness", 200, margin));
        guardrailGain = gain;
        return this;
    }

    Dockets protecting(String language, double margin) {
        protectedSegments.add(new Plan.ProtectedSegment(Map.of("language", language), 100, margin));
        return this;
    }

    Dockets segment(String language, double gain) {
        segmentGains.put(Map.of("language", language), gain);
        return this;
    }

    Dockets segmentsIn(int clusters) {
        segmentClusters = clusters;
        return this;
    }

    Dockets naming(List<String> sets) {
        evalSets.clear();
        evalSets.addAll(sets);
        return this;
    }

    Dockets ofNoNamedSet() {
        named = false;
        evalSets.clear();
        return this;
    }

    Dockets alsoOn(String evalSet) {
        evalSets.add(evalSet);
        return this;
    }

    Dockets strategy(int preset) {
        strategy = Strategy.BUILT_IN.get(preset);
        return this;
    }

    Dockets budget(@Nullable Double cost, @Nullable Long latency) {
        budget = new Plan.Budget(cost, latency);
        return this;
    }

    Dockets target(Plan.Target value) {
        target = value;
        return this;
    }

    Dockets tier(Plan.Tier value) {
        tier = value;
        return this;
    }

    Dockets deciding(Plan.Deciding value) {
        deciding = value;
        return this;
    }

    Dockets minimumDuration(Duration value) {
        minimumDuration = value;
        return this;
    }

    Dockets controlRanAt(Instant value) {
        controlRanAt = value;
        return this;
    }

    Dockets at(Instant value) {
        at = value;
        return this;
    }

    Dockets past(Past... values) {
        past = List.of(values);
        return this;
    }

    Dockets withoutTreatmentRun() {
        armB = false;
        return this;
    }

    Dockets but(UnaryOperator<Dockets> change) {
        return change.apply(this);
    }

    Docket docket() {
        return new Docket(plan(), evidence(), past, at);
    }

    private Plan plan() {
        return new Plan(
                new Plan.Scope(target, tier, deciding, "A", List.copyOf(treatments), named ? "refunds@12" : null),
                new Plan.Schedule(REGISTERED, DEADLINE, minimumDuration, Duration.ofDays(7)),
                new Plan.Demand(required, 0.05, 0.8),
                new Plan.Worth(4.5, 0.012, 0.05, minimumScore),
                strategy,
                new Plan.Measures(
                        new Plan.Measure("task_success", 200), List.copyOf(guardrails), List.copyOf(protectedSegments)),
                budget);
    }

    private Evidence evidence() {
        List<Evidence.Arm> arms = new ArrayList<>();
        arms.add(arm("A", true, controlRanAt));
        treatments.forEach(one -> arms.add(arm(one, armB, Instant.parse("2026-11-02T06:00:00Z"))));
        long cases = expected < 0 ? paired + lostByControl + lostByTreatment : expected;
        return new Evidence(cases, arms, treatments.stream().map(this::pair).toList());
    }

    private Evidence.Arm arm(String name, boolean ran, Instant startedAt) {
        Random random = new Random(name.hashCode());
        RawCases cost = new RawCases(1);
        Histogram latency = new Histogram(3_600_000, 3);
        for (int i = 0; i < paired; i++) {
            cost.add("cluster" + i / perCluster, 0.012 + 0.001 * random.nextGaussian());
            latency.recordValue(1000 + random.nextInt(1000));
        }
        return new Evidence.Arm(
                name,
                new Evidence.Runs(
                        ran ? 1 : 0, ran ? evalSets : List.of(), ran ? startedAt : null, ran ? startedAt : null),
                cost.sums(),
                new Evidence.Latency(ran ? latency : null, null));
    }

    private Evidence.Pair pair(String treatment) {
        double gain = gains.getOrDefault(treatment, 0.0);
        Random random = new Random(42);
        RawCases score = new RawCases(3);
        RawCases quality = new RawCases(2);
        RawCases guarded = new RawCases(1);
        List<Double> noises = noises(paired);
        for (int i = 0; i < paired; i++) {
            String cluster = "cluster" + i / perCluster;
            double difference = gain + noises.get(i);
            quality.add(cluster, difference, 0);
            if (withCost < 0 || i < withCost) {
                score.add(cluster, difference, costDifference + 1e-6 * random.nextGaussian(), 0);
            }
            guarded.add(cluster, guardrailGain + noises.get(i));
        }
        List<Evidence.PairedMetric> metrics = new ArrayList<>();
        guardrails.forEach(one -> metrics.add(new Evidence.PairedMetric(one.name(), Map.of(), guarded.sums())));
        segmentGains.forEach(
                (segment, value) -> metrics.add(new Evidence.PairedMetric("task_success", segment, segment(value))));
        return new Evidence.Pair(
                "A",
                treatment,
                new Evidence.Pairing(paired, lostByControl, lostByTreatment),
                score.sums(),
                quality.sums(),
                metrics);
    }

    private ClusterSums segment(double gain) {
        RawCases cases = new RawCases(1);
        List<Double> noises = noises(paired / 4);
        for (int i = 0; i < paired / 4; i++) {
            int cluster = segmentClusters < 0 ? i / perCluster : i % segmentClusters;
            cases.add("cluster" + cluster, gain + noises.get(i));
        }
        return cases.sums();
    }

    // Centred, so that an effect is exactly what a test says it is.
    private List<Double> noises(int count) {
        Random random = new Random(7);
        List<Double> raw = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            raw.add(spread * random.nextGaussian());
        }
        double mean = raw.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return raw.stream().map(value -> value - mean).toList();
    }
}

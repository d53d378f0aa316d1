package org.exops.ingest.aggregate.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.jspecify.annotations.Nullable;

/** The same statistics, slowly: from every raw observation at once, with 60 digits, straight from the definitions. */
final class Recomputation {
    private static final MathContext DIGITS = new MathContext(60);

    private final Plan plan;
    private final Map<String, Map<Integer, List<Observation>>> cases = new TreeMap<>();

    Recomputation(Plan plan, List<Observation> observations) {
        this.plan = plan;
        for (Observation seen : observations) {
            cases.computeIfAbsent(seen.identity().caseId(), absent -> new TreeMap<>())
                    .computeIfAbsent(plan.variant(seen.identity().variant()), absent -> new ArrayList<>())
                    .add(seen);
        }
    }

    /** A vector of one case in one cluster; {@code n} observations. */
    record Part(String cluster, long n, List<BigDecimal> vector) {}

    record Clustered(
            long n,
            long clusters,
            List<Double> sums,
            List<Double> products,
            List<Double> weighted,
            double sizeSquares) {}

    record Moments(long n, double mean, double m2) {}

    long casesSeen() {
        return cases.size();
    }

    Clustered cost(int variant) {
        return clustered(1, caseId -> {
            @Nullable BigDecimal cost = mean(arm(caseId, variant), Recomputation::cost);
            return cost == null ? null : new Part(armCluster(caseId, variant), 1, List.of(cost));
        });
    }

    Clustered overBudget(int variant) {
        return clustered(1, caseId -> {
            List<BigDecimal> over = arm(caseId, variant).stream()
                    .filter(seen -> seen.measures().latency() != null)
                    .map(seen -> seen.measures().latency().compareTo(plan.latencyBudget()) > 0
                            ? BigDecimal.ONE
                            : BigDecimal.ZERO)
                    .toList();
            BigDecimal sum = over.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return over.isEmpty() ? null : new Part(armCluster(caseId, variant), over.size(), List.of(sum));
        });
    }

    Clustered score(int treatment) {
        return clustered(3, caseId -> {
            BigDecimal quality = difference(caseId, treatment, plan.target());
            BigDecimal control = mean(arm(caseId, plan.control()), Recomputation::cost);
            BigDecimal treated = mean(arm(caseId, treatment), Recomputation::cost);
            return quality == null || control == null || treated == null
                    ? null
                    : new Part(
                            pairCluster(caseId, treatment),
                            1,
                            List.of(quality, treated.subtract(control), risk(caseId, treatment)));
        });
    }

    Clustered quality(int treatment) {
        return clustered(2, caseId -> {
            BigDecimal quality = difference(caseId, treatment, plan.target());
            return quality == null
                    ? null
                    : new Part(pairCluster(caseId, treatment), 1, List.of(quality, risk(caseId, treatment)));
        });
    }

    Clustered metric(int treatment, int metric) {
        return clustered(1, caseId -> {
            BigDecimal difference = difference(caseId, treatment, metric);
            return difference == null ? null : new Part(pairCluster(caseId, treatment), 1, List.of(difference));
        });
    }

    Clustered segment(int treatment, Map<String, String> where) {
        return clustered(1, caseId -> {
            BigDecimal quality = difference(caseId, treatment, plan.target());
            Map<String, String> values = segment(arm(caseId, treatment));
            values.putAll(segment(arm(caseId, plan.control())));
            return quality == null || !values.entrySet().containsAll(where.entrySet())
                    ? null
                    : new Part(pairCluster(caseId, treatment), 1, List.of(quality));
        });
    }

    Moments moments(int variant, int metric, Map<String, String> where, boolean errorsDropped) {
        List<BigDecimal> values = new ArrayList<>();
        for (String caseId : cases.keySet()) {
            List<Observation> seen = arm(caseId, variant);
            BigDecimal value = mean(
                    seen,
                    one -> errorsDropped && one.status() == CaseStatus.ERROR
                            ? null
                            : value(one, plan.metrics().get(metric)));
            if (value != null && segment(seen).entrySet().containsAll(where.entrySet())) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            return new Moments(0, 0, 0);
        }
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal mean =
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, DIGITS);
        BigDecimal m2 =
                values.stream().map(value -> value.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Moments(values.size(), mean.doubleValue(), m2.doubleValue());
    }

    private Clustered clustered(int components, Function<String, @Nullable Part> parts) {
        Map<String, List<Part>> clusters = new TreeMap<>();
        for (String caseId : cases.keySet()) {
            Part part = parts.apply(caseId);
            if (part != null) {
                clusters.computeIfAbsent(part.cluster(), absent -> new ArrayList<>())
                        .add(part);
            }
        }
        long n = 0;
        BigDecimal[] sums = zeros(components);
        BigDecimal[] weighted = zeros(components);
        BigDecimal[] products = zeros(components * (components + 1) / 2);
        BigDecimal squares = BigDecimal.ZERO;
        for (List<Part> cluster : clusters.values()) {
            long size = cluster.stream().mapToLong(Part::n).sum();
            n += size;
            squares = squares.add(BigDecimal.valueOf(size).pow(2));
            int product = 0;
            for (int row = 0; row < components; row++) {
                BigDecimal sum = sum(cluster, row);
                sums[row] = sums[row].add(sum);
                weighted[row] = weighted[row].add(sum.multiply(BigDecimal.valueOf(size)));
                for (int column = row; column < components; column++, product++) {
                    products[product] = products[product].add(sum.multiply(sum(cluster, column)));
                }
            }
        }
        return new Clustered(
                n, clusters.size(), doubles(sums), doubles(products), doubles(weighted), squares.doubleValue());
    }

    private static BigDecimal sum(List<Part> cluster, int component) {
        return cluster.stream().map(part -> part.vector().get(component)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable BigDecimal difference(String caseId, int treatment, int index) {
        Metric metric = plan.metrics().get(index);
        BigDecimal control = mean(arm(caseId, plan.control()), seen -> value(seen, metric));
        BigDecimal treated = mean(arm(caseId, treatment), seen -> value(seen, metric));
        if (control == null || treated == null) {
            return null;
        }
        BigDecimal range = new BigDecimal(metric.high()).subtract(new BigDecimal(metric.low()));
        BigDecimal share = treated.subtract(control).divide(range, DIGITS);
        return metric.lowerIsBetter() ? share.negate() : share;
    }

    private static @Nullable BigDecimal value(Observation seen, Metric metric) {
        boolean target = metric.role() == Metric.Role.TARGET;
        Double scored = seen.measures().metrics().get(metric.name());
        if (seen.status() == CaseStatus.UNSCORED) {
            return null;
        }
        boolean lost = seen.status() == CaseStatus.ERROR || (seen.status() == CaseStatus.FAILED && scored == null);
        if (lost && target) {
            return new BigDecimal(metric.badEnd());
        }
        return scored == null || seen.status() == CaseStatus.ERROR ? null : new BigDecimal(scored);
    }

    private static @Nullable BigDecimal cost(Observation seen) {
        BigDecimal cost = seen.measures().costUsd();
        return cost == null ? null : new BigDecimal(cost.doubleValue());
    }

    private BigDecimal risk(String caseId, int treatment) {
        BigDecimal treated = mean(arm(caseId, treatment), this::loss);
        BigDecimal control = mean(arm(caseId, plan.control()), this::loss);
        return Objects.requireNonNull(treated).subtract(Objects.requireNonNull(control));
    }

    private BigDecimal loss(Observation seen) {
        BigDecimal loss = BigDecimal.ZERO;
        for (Map.Entry<String, Long> event : seen.measures().riskEvents().entrySet()) {
            double each = plan.losses().getOrDefault(event.getKey(), 0.0);
            loss = loss.add(new BigDecimal(each).multiply(BigDecimal.valueOf(event.getValue())));
        }
        return loss;
    }

    private static @Nullable BigDecimal mean(
            List<Observation> repeats, Function<Observation, @Nullable BigDecimal> value) {
        List<BigDecimal> values = new ArrayList<>();
        for (Observation seen : repeats) {
            BigDecimal one = value.apply(seen);
            if (one != null) {
                values.add(one);
            }
        }
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private List<Observation> arm(String caseId, int variant) {
        return cases.getOrDefault(caseId, Map.of()).getOrDefault(variant, List.of());
    }

    private String armCluster(String caseId, int variant) {
        return arm(caseId, variant).stream()
                .map(seen -> seen.grouping().cluster())
                .filter(cluster -> cluster != null)
                .min(String::compareTo)
                .orElse(caseId);
    }

    private String pairCluster(String caseId, int treatment) {
        String control = armCluster(caseId, plan.control());
        return control.equals(caseId) ? armCluster(caseId, treatment) : control;
    }

    private static Map<String, String> segment(List<Observation> repeats) {
        Map<String, String> smallest = new TreeMap<>();
        for (Observation seen : repeats) {
            seen.grouping()
                    .segment()
                    .forEach((dimension, value) -> smallest.merge(
                            dimension, value, (left, right) -> left.compareTo(right) <= 0 ? left : right));
        }
        return smallest;
    }

    private static BigDecimal[] zeros(int length) {
        BigDecimal[] zeros = new BigDecimal[length];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static List<Double> doubles(BigDecimal[] values) {
        return java.util.Arrays.stream(values).map(BigDecimal::doubleValue).toList();
    }
}

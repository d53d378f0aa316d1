package org.exops.registry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exops.registry.experiment.model.Business;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Direction;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Identity;
import org.exops.registry.experiment.model.Metric;
import org.exops.registry.experiment.model.MetricKind;
import org.exops.registry.experiment.model.MetricRole;
import org.exops.registry.experiment.model.Plan;
import org.exops.registry.experiment.model.Priority;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.RiskAssessment;
import org.exops.registry.experiment.model.Target;
import org.exops.registry.strategy.model.Strategy;
import org.exops.registry.variant.model.SideEffects;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantRole;

/** A sound prompt experiment, of which a test says only what matters to it. */
public final class AnExperiment {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Metric SUCCESS = new Metric(
            "task_success",
            MetricRole.TARGET,
            MetricKind.PROPORTION,
            Direction.HIGHER_IS_BETTER,
            Metric.Range.UNIT,
            200,
            null);
    public static final Business BUSINESS = new Business(
            "fewer hand-overs",
            new BigDecimal("4.50"),
            new BigDecimal("0.012"),
            new BigDecimal("0.05"),
            0.01,
            "alice",
            List.of());

    private String key = "shorter-prompt";
    private Target target = Target.PROMPT;
    private Business business = BUSINESS;
    private List<Metric> metrics = List.of(SUCCESS);
    private List<List<String>> segments = List.of(List.of("language"));
    private List<Plan.ProtectedSegment> protectedSegments = List.of();
    private Map<String, Double> traffic = Map.of("B", 0.5);
    private List<Variant> variants = List.of(
            variant("A", VariantRole.CONTROL, aPrompt("long")), variant("B", VariantRole.TREATMENT, aPrompt("short")));
    private List<String> acknowledged = List.of();
    private String surface = "support/refund-agent";
    private double alpha = 0.05;

    private AnExperiment() {}

    public static AnExperiment anExperiment() {
        return new AnExperiment();
    }

    public static Variant variant(String name, VariantRole role, VariantContent content) {
        return new Variant(name, role, "sha256:" + name, content);
    }

    public static VariantContent aPrompt(String ref) {
        return new VariantContent(
                new VariantContent.Prompt(ref, null), null, null, List.of(), List.of(), null, null, List.of());
    }

    public AnExperiment keyed(String other) {
        this.key = other;
        return this;
    }

    public AnExperiment on(String other) {
        this.surface = other;
        return this;
    }

    public AnExperiment changing(Target other) {
        this.target = other;
        return this;
    }

    public AnExperiment worth(Business other) {
        this.business = other;
        return this;
    }

    public AnExperiment measuredBy(Metric... others) {
        this.metrics = List.of(others);
        return this;
    }

    public AnExperiment protecting(Plan.ProtectedSegment... others) {
        this.protectedSegments = List.of(others);
        return this;
    }

    public AnExperiment cutBy(List<List<String>> others) {
        this.segments = others;
        return this;
    }

    public AnExperiment sharing(Map<String, Double> other) {
        this.traffic = other;
        return this;
    }

    public AnExperiment withAlpha(double other) {
        this.alpha = other;
        return this;
    }

    public AnExperiment comparing(Variant... others) {
        this.variants = List.of(others);
        return this;
    }

    public AnExperiment comparing(VariantContent control, VariantContent treatment) {
        return comparing(variant("A", VariantRole.CONTROL, control), variant("B", VariantRole.TREATMENT, treatment));
    }

    public AnExperiment acknowledging(String... keys) {
        this.acknowledged = List.of(keys);
        return this;
    }

    public Configuration configuration() {
        Plan plan = new Plan(
                null,
                null,
                null,
                2000,
                Duration.ZERO,
                Duration.ofDays(21),
                Duration.ofDays(7),
                alpha,
                0.8,
                protectedSegments);
        return new Configuration(
                "Shorter refund instructions",
                surface,
                target,
                "A shorter instruction raises task success",
                business,
                plan,
                metrics,
                "growth",
                null,
                segments,
                traffic,
                new Configuration.Run(Priority.NORMAL, false, Duration.ofMinutes(10), Map.of()),
                new ArrayList<>(variants),
                acknowledged,
                null);
    }

    public Experiment draft() {
        Configuration configuration = configuration();
        return Experiment.draft(
                new Identity(UUID.fromString("0193a5b0-0000-7000-8000-000000000001"), key, "support"),
                configuration,
                new RiskAssessment(new SideEffects(true)).assess(configuration),
                "carol",
                NOW);
    }

    public Experiment registered() {
        Experiment draft = draft();
        Registration registration = new Registration(
                "sha256:plan", NOW, NOW.plus(Duration.ofDays(21)), new Strategy("growth", 3, 0.5, 1, 0.5));
        return draft.registered(registration, draft.risk(), "dave").fold(experiment -> experiment, refusal -> {
            throw new AssertionError(refusal);
        });
    }
}

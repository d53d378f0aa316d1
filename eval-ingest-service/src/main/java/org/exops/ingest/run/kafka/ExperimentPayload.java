package org.exops.ingest.run.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.exops.events.v1.Direction;
import org.exops.events.v1.ExperimentConfiguration;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentStatus;
import org.exops.events.v1.VariantConfiguration;
import org.exops.events.v1.VariantRole;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.experiment.model.Segmentation;

/** An experiment as the registry tells it. */
final class ExperimentPayload {
    private ExperimentPayload() {}

    static KnownExperiment read(ExperimentSnapshot snapshot) {
        boolean over =
                snapshot.status() == ExperimentStatus.CONCLUDED || snapshot.status() == ExperimentStatus.WITHDRAWN;
        return new KnownExperiment(
                snapshot.id(),
                snapshot.key(),
                snapshot.team(),
                snapshot.revision(),
                over,
                plan(snapshot.configuration()));
    }

    private static Plan plan(ExperimentConfiguration configuration) {
        List<VariantConfiguration> variants = configuration.variants();
        int control = IntStream.range(0, variants.size())
                .filter(index -> variants.get(index).role() == VariantRole.CONTROL)
                .findFirst()
                .orElse(-1);
        Map<String, Double> losses = new TreeMap<>();
        configuration
                .business()
                .riskEvents()
                .forEach(event -> losses.put(event.name(), event.lossUsd().doubleValue()));
        ExperimentConfiguration.EvalSet evalSet = configuration.plan().evalSet();
        return new Plan(
                variants.stream().map(VariantConfiguration::name).toList(),
                control,
                configuration.metrics().stream().map(ExperimentPayload::metric).toList(),
                losses,
                configuration.budget() == null ? null : configuration.budget().maxP95Latency(),
                new Segmentation(
                        configuration.segments(),
                        configuration.plan().protectedSegments().stream()
                                .map(ExperimentConfiguration.ProtectedSegment::where)
                                .toList()),
                evalSet == null ? null : evalSet.name() + "@" + evalSet.version());
    }

    private static Metric metric(ExperimentConfiguration.Metric metric) {
        return new Metric(
                metric.name(),
                Metric.Role.valueOf(metric.role().name()),
                metric.range().get(0),
                metric.range().get(1),
                metric.direction() == Direction.LOWER_IS_BETTER);
    }
}

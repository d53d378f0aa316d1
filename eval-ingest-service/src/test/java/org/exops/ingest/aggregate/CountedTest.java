package org.exops.ingest.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.experiment.model.Segmentation;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void a_run_that_names_no_eval_set_adds_none_to_the_snapshot() {
        assertThat(evalSets(null, "unnamed@unversioned", false)).isEmpty();
    }

    @Test
    void a_run_that_names_no_eval_set_is_of_the_plans() {
        assertThat(evalSets("set@2", "unnamed@unversioned", false)).containsExactly("set@2");
    }

    @Test
    void a_run_that_names_its_eval_set_adds_it() {
        assertThat(evalSets("set@2", "set@1", true)).containsExactly("set@1");
    }

    private static List<String> evalSets(@Nullable String planned, String ofRun, boolean given) {
        Plan plan = new Plan(
                List.of("A", "B"),
                0,
                List.of(new Metric("m", Metric.Role.TARGET, 0, 1, false)),
                Map.of(),
                null,
                new Segmentation(List.of(), List.of()),
                planned);
        UUID id = UUID.randomUUID();
        EvalRun run = new EvalRun(
                id,
                "e",
                new EvalRun.Sender("support", "ci", Instant.EPOCH),
                new EvalRun.Content(
                        "r", "sha256:0", "exops-ndjson", null, ofRun, given, Instant.EPOCH, new EvalRun.Size(1, 1)),
                RunStatus.RECEIVED,
                new Tally(1, 0, 0, 0, 0, List.of(), Set.of()),
                List.of(new EvalRun.VariantRun("A", id, 1)));
        Observation seen = new Observation(
                1,
                new Observation.Identity("A", "c", 0),
                CaseStatus.OK,
                new Observation.Grouping(null, Map.of()),
                new Observation.Measures(Map.of("m", 1.0), null, null, Map.of(), Map.of()),
                null);
        Counted counted = new Counted(
                new EvalRuns.Countable(run, 0),
                new KnownExperiment(UUID.randomUUID(), "e", "support", 1, false, plan),
                null,
                List.of(seen));
        assertThat(counted.count().status()).isEqualTo(RunStatus.COMMITTED);
        return counted.drawing().draw(1, Instant.EPOCH).arms().get(0).runs().evalSets();
    }
}

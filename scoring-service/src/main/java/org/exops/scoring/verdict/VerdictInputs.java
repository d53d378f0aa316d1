package org.exops.scoring.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.scoring.decision.model.Look;
import org.exops.scoring.decision.model.Past;
import org.exops.scoring.verdict.model.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one verdict is computed from; the ledger keeps it, so that the verdict can be replayed.
 *
 * @param revision of the verdict
 * @param at when the look was taken
 * @param evidence absent before the first run is committed
 * @param past what earlier looks left
 */
@RegisterForReflection(
        targets = {VerdictInputs.class, Look.class, Sighting.class, AdmissionSnapshot.class},
        registerFullHierarchy = true)
public record VerdictInputs(
        UUID verdictId,
        long revision,
        Instant at,
        ExperimentSnapshot experiment,
        @Nullable EvidenceSnapshot evidence,
        List<VerdictSnapshot.Interference> interference,
        List<Past> past) {}

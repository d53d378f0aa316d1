package org.exops.events.v1;

import java.util.List;

/** The catalogue of event types. */
public final class EventTypes {
    public static final EventType<ExperimentSnapshot> EXPERIMENT =
            new EventType<>("exops.experiment.v1", "experiment.snapshot", ExperimentSnapshot.class);
    public static final EventType<StrategySnapshot> STRATEGY =
            new EventType<>("exops.strategy.v1", "strategy.snapshot", StrategySnapshot.class);
    public static final EventType<AdmissionSnapshot> ADMISSION =
            new EventType<>("exops.admission.v1", "admission.snapshot", AdmissionSnapshot.class);
    public static final EventType<EvidenceSnapshot> EVIDENCE =
            new EventType<>("exops.evidence.v1", "evidence.snapshot", EvidenceSnapshot.class);
    public static final EventType<VerdictSnapshot> VERDICT =
            new EventType<>("exops.verdict.v1", "verdict.snapshot", VerdictSnapshot.class);
    public static final EventType<CaseChunkReceived> CASE_CHUNK =
            new EventType<>("exops.evidence-raw.v1", "evidence-raw.case-chunk", CaseChunkReceived.class);
    public static final EventType<RunCommitted> RUN_COMMITTED =
            new EventType<>("exops.evidence-raw.v1", "evidence-raw.run-committed", RunCommitted.class);

    public static final List<EventType<?>> ALL =
            List.of(EXPERIMENT, STRATEGY, ADMISSION, EVIDENCE, VERDICT, CASE_CHUNK, RUN_COMMITTED);

    private EventTypes() {}
}

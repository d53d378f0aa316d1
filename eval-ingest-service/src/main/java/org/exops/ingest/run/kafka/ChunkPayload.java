package org.exops.ingest.run.kafka;

import java.util.List;
import java.util.UUID;
import org.exops.events.v1.CaseChunkReceived;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;

/** Cases as the log carries them. */
final class ChunkPayload {
    private ChunkPayload() {}

    static CaseChunkReceived of(UUID run, String experiment, int sequence, List<Observation> cases) {
        return new CaseChunkReceived(
                run,
                experiment,
                sequence,
                cases.stream().map(ChunkPayload::written).toList());
    }

    static List<Observation> cases(CaseChunkReceived chunk) {
        return chunk.cases().stream().map(ChunkPayload::read).toList();
    }

    private static CaseChunkReceived.Case written(Observation seen) {
        Observation.Measures measures = seen.measures();
        return new CaseChunkReceived.Case(
                seen.line(),
                seen.identity().variant(),
                seen.identity().caseId(),
                seen.identity().trial(),
                org.exops.events.v1.CaseStatus.valueOf(seen.status().name()),
                seen.grouping().cluster(),
                seen.grouping().segment(),
                measures.metrics(),
                measures.costUsd(),
                measures.latency(),
                measures.tokens(),
                measures.riskEvents(),
                seen.traceId());
    }

    private static Observation read(CaseChunkReceived.Case written) {
        return new Observation(
                written.line(),
                new Observation.Identity(written.variant(), written.caseId(), written.trial()),
                CaseStatus.valueOf(written.status().name()),
                new Observation.Grouping(written.cluster(), written.segment()),
                new Observation.Measures(
                        written.metrics(),
                        written.costUsd(),
                        written.latency(),
                        written.tokens(),
                        written.riskEvents()),
                written.traceId());
    }
}

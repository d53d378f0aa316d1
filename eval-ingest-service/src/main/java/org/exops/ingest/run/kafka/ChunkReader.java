package org.exops.ingest.run.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.exops.events.v1.CaseChunkReceived;
import org.exops.ingest.run.RawCaseReader;
import org.exops.ingest.run.model.Observation;
import org.exops.kit.json.EventJson;

/** {@link RawCaseReader} of the log's payloads. */
@ApplicationScoped
class ChunkReader implements RawCaseReader {
    @Override
    public List<Observation> read(byte[] piece) {
        return ChunkPayload.cases(EventJson.read(piece, CaseChunkReceived.class));
    }
}

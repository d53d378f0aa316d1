package org.exops.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes pieces and the parking so small that a few cases are several pieces, and a few thousand too many to park. */
public final class SmallPieces implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("exops.ingest.chunk-size", "4K", "exops.ingest.parking.per-team", "256K");
    }

    @Override
    public void stop() {}
}

package org.exops.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes pieces so small that a run of a few cases has several of them. */
public final class SmallPieces implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("exops.ingest.chunk-size", "4K");
    }

    @Override
    public void stop() {}
}

package org.exops.window.surface.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.exops.window.surface.SurfaceUse;
import org.exops.window.surface.model.Surface;
import org.jspecify.annotations.Nullable;

/**
 * A surface with its owner and its limit.
 *
 * @param held slots that are leased or reserved; only in lists
 * @param queued experiments that wait; only in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SurfaceView(
        String surface,
        @Nullable String team,
        int maxConcurrent,
        int maxHighRisk,
        @Nullable Integer held,
        @Nullable Integer queued) {

    static SurfaceView from(Surface surface) {
        return of(surface, null, null);
    }

    static SurfaceView from(SurfaceUse use) {
        return of(use.surface(), use.held(), use.queued());
    }

    private static SurfaceView of(Surface surface, @Nullable Integer held, @Nullable Integer queued) {
        return new SurfaceView(
                surface.path().value(),
                surface.team(),
                surface.limit().maxConcurrent(),
                surface.limit().maxHighRisk(),
                held,
                queued);
    }
}

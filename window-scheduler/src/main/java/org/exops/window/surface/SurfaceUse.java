package org.exops.window.surface;

import org.exops.window.surface.model.Surface;

/**
 * A surface and how busy it is.
 *
 * @param held slots that are leased or reserved
 * @param queued experiments that wait
 */
public record SurfaceUse(Surface surface, int held, int queued) {}

package org.exops.window.enforcement.model;

import java.time.Instant;

/**
 * A written entry, chained to the one before it on its surface.
 *
 * @param id grows over all surfaces
 * @param position in the surface's chain, from 1
 * @param hash SHA-256 in hex over the entry and {@code previousHash}
 */
public record LedgerEntry(
        long id, long position, Instant at, Enforcement enforcement, String previousHash, String hash) {}

/** Sufficient statistics of the evidence, kept incrementally and published as snapshots. */
@NullMarked
package org.exops.ingest.aggregate;

import org.jspecify.annotations.NullMarked;

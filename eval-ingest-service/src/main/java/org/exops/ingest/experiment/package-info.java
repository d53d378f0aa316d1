/** What this service knows of experiments, from the registry's snapshots. */
@NullMarked
package org.exops.ingest.experiment;

import org.jspecify.annotations.NullMarked;

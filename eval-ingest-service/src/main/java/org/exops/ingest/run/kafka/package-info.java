/** Eval runs on their way through the log of raw evidence. */
@NullMarked
package org.exops.ingest.run.kafka;

import org.jspecify.annotations.NullMarked;

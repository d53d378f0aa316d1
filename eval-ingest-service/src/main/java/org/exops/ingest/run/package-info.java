/** Eval runs: taken in, parked, committed, counted or rejected. */
@NullMarked
package org.exops.ingest.run;

import org.jspecify.annotations.NullMarked;

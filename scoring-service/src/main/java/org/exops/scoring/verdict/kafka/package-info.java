/** Experiments, evidence and admissions in. */
@NullMarked
package org.exops.scoring.verdict.kafka;

import org.jspecify.annotations.NullMarked;

/** Experiments as events, and the admissions that move them. */
@NullMarked
package org.exops.registry.experiment.kafka;

import org.jspecify.annotations.NullMarked;

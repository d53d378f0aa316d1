/** Hears of computed verdicts. */
@NullMarked
package org.exops.registry.verdict.kafka;

import org.jspecify.annotations.NullMarked;

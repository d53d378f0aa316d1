/** Writes the review of an experiment. */
@NullMarked
package org.exops.registry.review;

import org.jspecify.annotations.NullMarked;

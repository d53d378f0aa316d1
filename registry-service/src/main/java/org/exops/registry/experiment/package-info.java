/** Registers experiments and follows them to their decision. */
@NullMarked
package org.exops.registry.experiment;

import org.jspecify.annotations.NullMarked;

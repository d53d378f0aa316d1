/** The newest verdict of each experiment, as a read model. */
@NullMarked
package org.exops.registry.verdict;

import org.jspecify.annotations.NullMarked;

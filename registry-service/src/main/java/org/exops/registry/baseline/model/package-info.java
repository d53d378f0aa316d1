/** A baseline and its dates. */
@NullMarked
package org.exops.registry.baseline.model;

import org.jspecify.annotations.NullMarked;

/** Baselines over HTTP. */
@NullMarked
package org.exops.registry.baseline.http;

import org.jspecify.annotations.NullMarked;

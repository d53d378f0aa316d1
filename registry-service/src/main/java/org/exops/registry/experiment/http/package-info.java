/** Experiments over HTTP. */
@NullMarked
package org.exops.registry.experiment.http;

import org.jspecify.annotations.NullMarked;

/** Exact configurations of agents, identified by the digest of their content. */
@NullMarked
package org.exops.registry.variant;

import org.jspecify.annotations.NullMarked;

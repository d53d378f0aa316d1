/** What a variant is, and what one adds to another. */
@NullMarked
package org.exops.registry.variant.model;

import org.jspecify.annotations.NullMarked;

/** Variants over HTTP. */
@NullMarked
package org.exops.registry.variant.http;

import org.jspecify.annotations.NullMarked;

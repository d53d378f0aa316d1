/** Reviews over HTTP. */
@NullMarked
package org.exops.registry.review.http;

import org.jspecify.annotations.NullMarked;

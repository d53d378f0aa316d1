/** Search over HTTP. */
@NullMarked
package org.exops.registry.knowledge.http;

import org.jspecify.annotations.NullMarked;

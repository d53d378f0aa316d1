/** Eval runs over HTTP. */
@NullMarked
package org.exops.ingest.run.http;

import org.jspecify.annotations.NullMarked;

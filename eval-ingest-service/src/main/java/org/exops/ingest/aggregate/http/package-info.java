/** The evidence of an experiment over HTTP. */
@NullMarked
package org.exops.ingest.aggregate.http;

import org.jspecify.annotations.NullMarked;

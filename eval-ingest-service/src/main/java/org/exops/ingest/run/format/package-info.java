/** Readers of the files that eval tools write; all of them stream. */
@NullMarked
package org.exops.ingest.run.format;

import org.jspecify.annotations.NullMarked;

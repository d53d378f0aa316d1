/** The arithmetic of the aggregates; plain Java. */
@NullMarked
package org.exops.ingest.aggregate.model;

import org.jspecify.annotations.NullMarked;

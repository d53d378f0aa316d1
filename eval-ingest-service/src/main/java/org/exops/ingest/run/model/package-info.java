/** An eval run, its cases and what becomes of them; plain Java. */
@NullMarked
package org.exops.ingest.run.model;

import org.jspecify.annotations.NullMarked;

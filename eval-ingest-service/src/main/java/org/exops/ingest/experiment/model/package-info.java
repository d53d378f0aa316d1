/** An experiment as far as its evidence needs it. */
@NullMarked
package org.exops.ingest.experiment.model;

import org.jspecify.annotations.NullMarked;

/** The rules of an experiment's life, in plain Java. */
@NullMarked
package org.exops.registry.experiment.model;

import org.jspecify.annotations.NullMarked;

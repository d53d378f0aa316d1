/** What is remembered of a concluded experiment. */
@NullMarked
package org.exops.registry.knowledge.model;

import org.jspecify.annotations.NullMarked;

/** Full-text and trigram search in PostgreSQL. */
@NullMarked
package org.exops.registry.knowledge.store;

import org.jspecify.annotations.NullMarked;

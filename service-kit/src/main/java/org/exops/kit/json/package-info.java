/** The JSON of events and of documents in the database. */
@NullMarked
package org.exops.kit.json;

import org.jspecify.annotations.NullMarked;

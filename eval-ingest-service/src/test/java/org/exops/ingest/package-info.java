@NullMarked
package org.exops.ingest;

import org.jspecify.annotations.NullMarked;

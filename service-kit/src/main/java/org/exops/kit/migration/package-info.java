/** The schema is brought up to date in the background, however late the database comes. */
@NullMarked
package org.exops.kit.migration;

import org.jspecify.annotations.NullMarked;

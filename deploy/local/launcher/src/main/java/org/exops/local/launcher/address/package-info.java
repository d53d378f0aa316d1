/** Who listens where on this machine. */
@NullMarked
package org.exops.local.launcher.address;

import org.jspecify.annotations.NullMarked;

/** Signed tokens for the local stack. */
@NullMarked
package org.exops.local.launcher.token;

import org.jspecify.annotations.NullMarked;

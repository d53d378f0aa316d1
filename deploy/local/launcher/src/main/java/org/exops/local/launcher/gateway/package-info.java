/** One door on one port, which routes by path as the ingress does. */
@NullMarked
package org.exops.local.launcher.gateway;

import org.jspecify.annotations.NullMarked;

/** How a tree of surfaces settles: the queue, the slots and the reasons. */
@NullMarked
package org.exops.window.lease.model;

import org.jspecify.annotations.NullMarked;

/** A real PostgreSQL and a real Kafka on one machine, without a container engine: for the local stack and for tests. */
@NullMarked
package org.exops.local.servers;

import org.jspecify.annotations.NullMarked;

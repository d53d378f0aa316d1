/** Admissions, slots and the read model of experiments in PostgreSQL. */
@NullMarked
package org.exops.window.lease.store;

import org.jspecify.annotations.NullMarked;

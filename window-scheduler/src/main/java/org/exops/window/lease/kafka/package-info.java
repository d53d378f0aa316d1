/** Experiments in, admissions out. */
@NullMarked
package org.exops.window.lease.kafka;

import org.jspecify.annotations.NullMarked;

/** Admissions as experimenters and approvers see them. */
@NullMarked
package org.exops.window.lease.http;

import org.jspecify.annotations.NullMarked;

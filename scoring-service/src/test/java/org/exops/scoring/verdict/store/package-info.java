@NullMarked
package org.exops.scoring.verdict.store;

import org.jspecify.annotations.NullMarked;

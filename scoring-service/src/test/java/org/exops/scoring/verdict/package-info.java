@NullMarked
package org.exops.scoring.verdict;

import org.jspecify.annotations.NullMarked;

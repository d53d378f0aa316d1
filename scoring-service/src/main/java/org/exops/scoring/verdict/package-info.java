/** Looks at experiments and keeps the ledger of verdicts. */
@NullMarked
package org.exops.scoring.verdict;

import org.jspecify.annotations.NullMarked;

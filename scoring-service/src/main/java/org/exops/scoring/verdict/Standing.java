package org.exops.scoring.verdict;

import org.exops.events.v1.VerdictSnapshot;

/** How an experiment stands with its verdicts. */
public sealed interface Standing {
    /** The newest verdict. */
    record Judged(VerdictSnapshot verdict) implements Standing {}

    /** Known, and nothing to judge yet. */
    record Waiting() implements Standing {}

    /** Never heard of, or not yet. */
    record Unknown() implements Standing {}
}

package org.exops.ingest.run;

import java.util.Map;
import org.exops.ingest.run.model.Observation;
import org.jspecify.annotations.Nullable;

/** An upper bound of a case's JSON in bytes, without writing it. */
final class CaseSize {
    // Field names, punctuation, status, line, trial, cost and latency.
    private static final int FRAME = 400;
    private static final int NUMBER = 30;

    private CaseSize() {}

    static long of(Observation seen) {
        Observation.Measures measures = seen.measures();
        return FRAME
                + text(seen.identity().variant())
                + text(seen.identity().caseId())
                + text(seen.grouping().cluster())
                + text(seen.traceId())
                + (measures.costUsd() == null ? 0 : measures.costUsd().precision())
                + texts(seen.grouping().segment())
                + names(measures.metrics())
                + names(measures.tokens())
                + names(measures.riskEvents());
    }

    private static long texts(Map<String, String> map) {
        return names(map) + map.values().stream().mapToLong(CaseSize::text).sum();
    }

    private static long names(Map<String, ?> map) {
        return map.keySet().stream().mapToLong(name -> text(name) + NUMBER).sum();
    }

    // A control character takes six bytes, every other UTF-16 unit at most three.
    private static long text(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        long size = 4;
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            size += unit < ' ' ? 6 : unit < 0x80 ? (unit == '"' || unit == '\\' ? 2 : 1) : 3;
        }
        return size;
    }
}

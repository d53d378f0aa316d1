package org.exops.scoring.verdict.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.events.v1.Recommendation;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.events.v1.VerdictStatus;
import org.exops.scoring.decision.model.Look;
import org.exops.scoring.verdict.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * One verdict of the ledger with its account of the look.
 *
 * @param hash covers this verdict, its inputs, its looks and {@code previousHash}
 */
@Schema(name = "VerdictHistory")
record HistoryView(
        UUID verdictId,
        long revision,
        Instant computedAt,
        VerdictStatus status,
        Recommendation recommendation,
        @Nullable String variant,
        boolean needsReview,
        long evidenceRevision,
        String judgeVersion,
        List<LookView> looks,
        String previousHash,
        String hash) {

    /**
     * What the look saw and spent for one treatment.
     *
     * @param alphaSpent up to and including this look
     * @param score S with its always-valid 95% interval and its e-value against "S ≤ 0"
     */
    @Schema(name = "Look")
    record LookView(
            String variant,
            long n,
            long clusters,
            Look.@Nullable SeenScore score,
            boolean ordinaryTest,
            double alphaSpent) {

        static LookView from(Look look) {
            return new LookView(
                    look.past().treatment(),
                    look.n(),
                    look.clusters(),
                    look.score(),
                    look.ordinaryTest(),
                    look.alphaSpent());
        }
    }

    static HistoryView from(LedgerEntry entry) {
        VerdictSnapshot verdict = entry.verdict();
        return new HistoryView(
                verdict.verdictId(),
                verdict.revision(),
                verdict.computedAt(),
                verdict.status(),
                verdict.recommendation(),
                verdict.variant(),
                verdict.needsReview(),
                verdict.evidenceRevision(),
                verdict.judgeVersion(),
                entry.looks().stream().map(LookView::from).toList(),
                entry.previousHash(),
                entry.hash());
    }
}

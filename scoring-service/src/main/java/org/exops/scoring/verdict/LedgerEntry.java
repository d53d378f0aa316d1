package org.exops.scoring.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.digest.Digest;
import org.exops.kit.json.EventJson;
import org.exops.scoring.decision.model.Look;
import org.exops.scoring.decision.model.Past;

/**
 * One verdict as the ledger keeps it.
 *
 * @param inputs JSON of {@link VerdictInputs}
 * @param looks one per treatment
 * @param body canonical JSON of the verdict
 * @param previousHash of the experiment's verdict before; of nothing for the first
 * @param hash over this verdict, its inputs, its looks and {@code previousHash}
 */
public record LedgerEntry(
        Identity identity, String inputs, List<Look> looks, String body, String previousHash, String hash) {

    /** What the first verdict of an experiment follows. */
    static final String NOTHING = Digest.ofText("");

    /** Which verdict of which experiment, by which rules. */
    public record Identity(
            UUID experimentId,
            String experiment,
            long revision,
            UUID verdictId,
            Instant computedAt,
            String judgeVersion) {}

    static LedgerEntry of(VerdictInputs inputs, VerdictCalculation calculation, String previousHash) {
        VerdictSnapshot verdict = calculation.verdict();
        Identity identity = new Identity(
                verdict.experimentId(),
                verdict.experiment(),
                verdict.revision(),
                verdict.verdictId(),
                verdict.computedAt(),
                verdict.judgeVersion());
        String stored = EventJson.text(inputs);
        String body = calculation.text();
        List<Look> looks = calculation.looks();
        return new LedgerEntry(
                identity, stored, looks, body, previousHash, hash(identity, stored, looks, body, previousHash));
    }

    /** What the next look has to know. */
    List<Past> past() {
        return looks.stream().map(Look::past).toList();
    }

    public VerdictSnapshot verdict() {
        return EventJson.read(body, VerdictSnapshot.class);
    }

    VerdictInputs read() {
        return EventJson.read(inputs, VerdictInputs.class);
    }

    /** Whether the row still says what its hash was taken over. */
    boolean isIntact() {
        return hash.equals(hash(identity, inputs, looks, body, previousHash));
    }

    /** Whether {@code before}, the newest of the lower revisions, is the verdict that this one was chained to. */
    boolean follows(Optional<LedgerEntry> before) {
        return before.map(one -> one.identity().revision() == identity.revision() - 1
                        && one.hash().equals(previousHash))
                .orElse(identity.revision() == 1 && previousHash.equals(NOTHING));
    }

    private static String hash(Identity identity, String inputs, List<Look> looks, String body, String previousHash) {
        return Digest.ofText(String.join(
                "\n",
                previousHash,
                identity.verdictId().toString(),
                Long.toString(identity.revision()),
                identity.judgeVersion(),
                Digest.ofText(inputs),
                Digest.ofJson(looks),
                Digest.ofText(body)));
    }
}

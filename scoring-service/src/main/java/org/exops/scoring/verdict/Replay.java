package org.exops.scoring.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.exops.kit.digest.Digest;
import org.exops.kit.json.EventJson;
import org.exops.scoring.decision.model.Look;
import org.jspecify.annotations.Nullable;

/**
 * A verdict computed again from what the ledger holds.
 *
 * @param identical verdict and looks; the looks are told under {@code /looks}
 * @param intact whether the row still matches its hash, and that the one of the row before
 * @param recordedBy the rules that computed it then
 */
public record Replay(boolean identical, boolean intact, String recordedBy, List<Difference> differences) {

    /** One value that came out otherwise, by JSON pointer; absent where one side has none. */
    public record Difference(
            String pointer,
            @Nullable JsonNode recorded,
            @Nullable JsonNode recomputed) {}

    static Replay of(LedgerEntry entry, Optional<LedgerEntry> before) {
        String version = entry.identity().judgeVersion();
        VerdictCalculation recomputed = VerdictCalculation.of(entry.read(), version);
        List<Difference> differences = new ArrayList<>();
        boolean identical = same("", entry.body(), recomputed.text(), differences)
                & same("/looks", text(entry.looks()), text(recomputed.looks()), differences);
        boolean intact = entry.isIntact() && entry.follows(before);
        return new Replay(identical, intact, version, List.copyOf(differences));
    }

    private static String text(List<Look> looks) {
        return new String(Digest.canonical(looks), StandardCharsets.UTF_8);
    }

    private static boolean same(String pointer, String then, String now, List<Difference> differences) {
        if (then.equals(now)) {
            return true;
        }
        compare(pointer, EventJson.read(then, JsonNode.class), EventJson.read(now, JsonNode.class), differences);
        return false;
    }

    private static void compare(
            String pointer, @Nullable JsonNode then, @Nullable JsonNode now, List<Difference> differences) {
        if (then == null || now == null || !then.isContainerNode() || then.getNodeType() != now.getNodeType()) {
            if (then == null || !then.equals(now)) {
                differences.add(new Difference(pointer, then, now));
            }
            return;
        }
        for (String step : steps(then, now)) {
            compare(pointer + "/" + step, child(then, step), child(now, step), differences);
        }
    }

    private static TreeSet<String> steps(JsonNode then, JsonNode now) {
        TreeSet<String> steps = new TreeSet<>();
        for (JsonNode side : List.of(then, now)) {
            if (side.isArray()) {
                for (int i = 0; i < side.size(); i++) {
                    steps.add(Integer.toString(i));
                }
            }
            for (Iterator<String> names = side.fieldNames(); names.hasNext(); ) {
                steps.add(names.next());
            }
        }
        return steps;
    }

    private static @Nullable JsonNode child(JsonNode parent, String step) {
        return parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
    }
}

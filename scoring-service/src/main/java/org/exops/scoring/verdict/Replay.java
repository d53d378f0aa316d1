package org.exops.scoring.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * A verdict computed again from what the ledger holds.
 *
 * @param intact whether the row still matches its hash
 * @param recordedBy the rules that computed it then
 */
public record Replay(boolean identical, boolean intact, String recordedBy, List<Difference> differences) {

    /** One value that came out otherwise, by JSON pointer; absent where one side has none. */
    public record Difference(
            String pointer,
            @Nullable JsonNode recorded,
            @Nullable JsonNode recomputed) {}

    static Replay of(LedgerEntry entry) {
        String version = entry.identity().judgeVersion();
        String recomputed = VerdictCalculation.of(entry.read(), version).text();
        boolean identical = recomputed.equals(entry.body());
        List<Difference> differences = new ArrayList<>();
        if (!identical) {
            JsonNode then = EventJson.read(entry.body(), JsonNode.class);
            JsonNode now = EventJson.read(recomputed, JsonNode.class);
            compare("", then, now, differences);
        }
        return new Replay(identical, entry.isIntact(), version, List.copyOf(differences));
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

package org.exops.ingest.run.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which variant a tool's label stands for. */
public final class VariantLabels {
    private static final String ALL = "*";

    private final @Nullable String only;
    private final Map<String, String> byLabel;

    private VariantLabels(@Nullable String only, Map<String, String> byLabel) {
        this.only = only;
        this.byLabel = byLabel;
    }

    /** The whole file is one variant. */
    public static VariantLabels only(String variant) {
        return new VariantLabels(variant, Map.of());
    }

    /**
     * Variants by label.
     *
     * @param pairs {@code LABEL:VARIANT}, split at the last colon; {@code *} stands for every other label
     * @throws IllegalArgumentException with the pair that is not one
     */
    public static VariantLabels map(List<String> pairs) {
        return new VariantLabels(null, Pairs.of(pairs));
    }

    /** Every variant that rows may be given to. */
    public Set<String> variants() {
        return only == null ? new TreeSet<>(byLabel.values()) : Set.of(only);
    }

    /** Whether one variant was named for the whole file, so that it must not have several. */
    boolean single() {
        return only != null;
    }

    /** The variant of the first label that is known; null when none is. */
    @Nullable
    String variant(List<String> labels) {
        if (only != null) {
            return only;
        }
        for (String label : labels) {
            String variant = byLabel.get(label);
            if (variant != null) {
                return variant;
            }
        }
        return byLabel.get(ALL);
    }

    /** {@code NAME:VALUE} parameters, split at the last colon since names of tools contain colons. */
    static final class Pairs {
        private Pairs() {}

        static Map<String, String> of(List<String> written) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (String pair : written) {
                int colon = pair.lastIndexOf(':');
                if (colon <= 0 || colon == pair.length() - 1) {
                    throw new IllegalArgumentException(pair);
                }
                pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
            }
            return pairs;
        }
    }
}

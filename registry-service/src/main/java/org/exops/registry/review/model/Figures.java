package org.exops.registry.review.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.exops.registry.verdict.model.TreatmentOutcome.Estimate;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them in a review. */
final class Figures {
    private static final String UNKNOWN = "not known";

    private Figures() {}

    /** Quality differences, in points of a hundred. */
    static String points(@Nullable Estimate quality) {
        return quality == null ? UNKNOWN : interval(quality, 100, "%+.1f", " points");
    }

    /** Cost and risk differences, as a share of what {@code reference} names. */
    static String shares(@Nullable Estimate estimate, String reference) {
        return estimate == null ? UNKNOWN : interval(estimate, 100, "%+.1f", "% of the " + reference);
    }

    static String score(@Nullable Estimate score) {
        return score == null ? UNKNOWN : interval(score, 1, "%+.4f", "");
    }

    static String share(@Nullable Double value) {
        return value == null ? UNKNOWN : format("%.1f%%", 100 * value);
    }

    static String usd(@Nullable Number value) {
        return value == null ? UNKNOWN : "$" + trimmed(value);
    }

    static String segment(Map<String, String> where) {
        return where.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String interval(Estimate estimate, double factor, String format, String unit) {
        return format(format, factor * estimate.value())
                + unit
                + " (95%: "
                + format(format, factor * estimate.lower())
                + " to "
                + format(format, factor * estimate.upper())
                + ")";
    }

    private static String trimmed(Number value) {
        return new BigDecimal(value.toString())
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}

package org.exops.scoring.decision.model;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as people read them in the sentences of a verdict; the same on every machine. */
final class Wording {
    private Wording() {}

    /** A score or quality difference in points of a hundred, "+3.1". */
    static String points(double share) {
        return minus(String.format(Locale.ROOT, "%+.1f", share * 100));
    }

    /** A size in points of a hundred, "3.1". */
    static String size(double share) {
        return minus(String.format(Locale.ROOT, "%.1f", share * 100));
    }

    static String percent(double share) {
        return minus(String.format(Locale.ROOT, "%.1f%%", share * 100));
    }

    static String usd(double amount) {
        return minus(String.format(Locale.ROOT, "$%.4f", amount));
    }

    static String number(double value) {
        return minus(String.format(Locale.ROOT, "%.4g", value));
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }

    /** {@code language=de, channel=chat}, in the order of the dimensions' names. */
    static String segment(Map<String, String> segment) {
        return segment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String minus(String ascii) {
        return ascii.replace('-', '−');
    }
}

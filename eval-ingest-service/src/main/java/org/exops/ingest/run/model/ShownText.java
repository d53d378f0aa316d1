package org.exops.ingest.run.model;

import java.util.stream.Collectors;

/** Text of a sender that is told back: at most 256 characters, and only what can be stored. */
final class ShownText {
    private static final String REPLACEMENT = "\uFFFD";

    private ShownText() {}

    static String of(String text) {
        if (CaseRules.isName(text)) {
            return text;
        }
        return text.codePoints()
                .limit(CaseRules.LONGEST_NAME)
                .mapToObj(ShownText::storable)
                .collect(Collectors.joining());
    }

    // NUL has no place in PostgreSQL's text; half of a surrogate pair has no UTF-8 form.
    private static String storable(int point) {
        return point == 0 || (point >= 0xD800 && point <= 0xDFFF) ? REPLACEMENT : Character.toString(point);
    }
}

package org.exops.registry.review.model;

import java.util.regex.Pattern;

/** One line of a review, whatever people wrote into it: their text must not pass for a part of the document. */
final class Line {
    // Separators of lines and paragraphs break lines too; format characters turn the direction of reading around.
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}\\p{Cf}\\x{85}&&[^\\x{200C}\\x{200D}]]+");
    private static final Pattern BLOCK_START = Pattern.compile("^(?=[#>+=~`|-]|\\*(?!\\*))");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})(?=[.)](\\s|$))");
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

    private Line() {}

    /** Without any break. */
    static String of(String text) {
        return GAP.matcher(text).replaceAll(" ").strip();
    }

    /** As Markdown that begins no heading, list, quote or fence and holds no HTML. */
    static String markdown(String line) {
        String inert = TAG.matcher(line).replaceAll("\\\\<");
        inert = BLOCK_START.matcher(inert).replaceFirst("\\\\");
        return NUMBERED.matcher(inert).replaceFirst("$1\\\\");
    }
}

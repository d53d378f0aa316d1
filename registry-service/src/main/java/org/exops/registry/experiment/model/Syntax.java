package org.exops.registry.experiment.model;

import java.util.regex.Pattern;

/** How the names that people choose may look, since they stand in addresses, topics and reviews. */
public final class Syntax {
    public static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    static final Pattern SURFACE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}(/[A-Za-z0-9][A-Za-z0-9._-]{0,62}){0,7}");
    static final Pattern VARIANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/ -]{0,119}");
    static final Pattern DIMENSION = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    static final String KEY_RULE = "must be 1 to 80 of a-z, 0-9 and '-', and not begin with '-'";

    private Syntax() {}

    /** Whether it could be somebody's key. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}

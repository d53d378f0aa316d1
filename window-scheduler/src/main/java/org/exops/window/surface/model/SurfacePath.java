package org.exops.window.surface.model;

import java.util.regex.Pattern;

/**
 * Names a surface by its path, e.g. {@code support/refund-agent}; fails with {@link IllegalArgumentException} on what is no path.
 *
 * @param value segments without spaces, separated by single slashes, at most 200 characters
 */
public record SurfacePath(String value) implements Comparable<SurfacePath> {
    private static final Pattern WELL_FORMED = Pattern.compile("[^/\\s\\p{Cntrl}]+(/[^/\\s\\p{Cntrl}]+)*");
    private static final int LONGEST = 200;

    public SurfacePath {
        if (value.length() > LONGEST || !WELL_FORMED.matcher(value).matches()) {
            throw new IllegalArgumentException("a surface is a path of segments such as support/refund-agent, at most "
                    + LONGEST + " characters, without spaces");
        }
    }

    /** The first segment, whose row is locked for whatever happens below it. */
    public String root() {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    /** Whether one is the ancestor of the other; a surface is not related to itself. */
    public boolean isRelatedTo(SurfacePath other) {
        return value.startsWith(other.value + "/") || other.value.startsWith(value + "/");
    }

    @Override
    public int compareTo(SurfacePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

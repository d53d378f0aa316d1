package org.exops.registry.experiment.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects every broken rule, so that people need not find them one by one. */
final class Breaches {
    private final List<Breach> found = new ArrayList<>();

    void unless(boolean kept, String pointer, String message) {
        if (!kept) {
            found.add(new Breach(pointer, message));
        }
    }

    void unlessText(String value, int limit, String pointer) {
        unless(!value.isBlank(), pointer, "must not be blank");
        unless(value.length() <= limit, pointer, "must not be longer than " + limit + " characters");
    }

    void unlessMatching(String value, Pattern pattern, String pointer, String message) {
        unless(pattern.matcher(value).matches(), pointer, message);
    }

    void unlessWithin(double value, double least, double most, String pointer) {
        unless(value >= least && value <= most, pointer, "must lie between " + least + " and " + most);
    }

    void unlessPositive(double value, double most, String pointer) {
        unless(value > 0 && value <= most, pointer, "must be greater than 0 and at most " + most);
    }

    void unlessAtMost(int most, Collection<?> entries, String pointer) {
        unless(entries.size() <= most, pointer, "must not have more than " + most + " entries");
    }

    /** Names must differ; the pointer is {@code list/index/field}. */
    void unlessDistinct(Collection<String> names, String list, String field) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (String name : names) {
            unless(seen.add(name), list + "/" + index + field, "'" + name + "' is there already");
            index++;
        }
    }

    List<Breach> found() {
        return List.copyOf(found);
    }
}

package org.exops.local.launcher.token;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a token is for.
 *
 * @param timeToLive from now on; negative for a token that has expired
 */
public record TokenRequest(String user, String team, Set<String> roles, Duration timeToLive) {
    private static final Set<String> ROLES =
            new TreeSet<>(List.of("viewer", "experimenter", "approver", "ingestor", "operator"));
    private static final Set<String> OPTIONS = Set.of("--user", "--team", "--roles", "--ttl");
    private static final String USUAL_TIME_TO_LIVE = "PT12H";

    public TokenRequest {
        roles = Set.copyOf(roles);
    }

    /**
     * Reads the command line of {@code deploy/local/token}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static TokenRequest parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException("Unknown option " + option + ". Try --help.");
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " takes a value.");
            }
            values.put(option, rest.next());
        }
        return new TokenRequest(
                required(values, "--user"),
                required(values, "--team"),
                roles(required(values, "--roles")),
                duration(values.getOrDefault("--ttl", USUAL_TIME_TO_LIVE)));
    }

    private static String required(Map<String, String> values, String option) {
        String value = values.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(option + " is required. Try --help.");
        }
        return value;
    }

    private static Set<String> roles(String list) {
        Set<String> roles = new LinkedHashSet<>(Arrays.asList(list.split(",")));
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw new IllegalArgumentException("There is no role " + role + ", only " + String.join(", ", ROLES));
            }
        }
        return roles;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--ttl takes an ISO-8601 duration such as PT12H, not " + text, e);
        }
    }
}

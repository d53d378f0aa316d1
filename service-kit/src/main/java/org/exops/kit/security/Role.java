package org.exops.kit.security;

import java.util.Arrays;
import java.util.Optional;

/** The roles of Exops, as the {@code groups} claim of a token names them. */
public enum Role {
    VIEWER(Names.VIEWER),
    EXPERIMENTER(Names.EXPERIMENTER),
    APPROVER(Names.APPROVER),
    INGESTOR(Names.INGESTOR),
    OPERATOR(Names.OPERATOR);

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The name in the {@code groups} claim. */
    public String group() {
        return group;
    }

    /** Empty for a group that means nothing here. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** The same names as constants, for {@code @RolesAllowed}. */
    public static final class Names {
        public static final String VIEWER = "viewer";
        public static final String EXPERIMENTER = "experimenter";
        public static final String APPROVER = "approver";
        public static final String INGESTOR = "ingestor";
        public static final String OPERATOR = "operator";

        private Names() {}
    }
}

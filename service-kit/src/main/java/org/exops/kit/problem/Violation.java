package org.exops.kit.problem;

/**
 * One thing wrong with a request: a JSON pointer (RFC 6901) into the body, empty for the whole, and what is wrong there. A
 * path, query or header parameter is pointed at by its name alone, as {@code /limit}.
 */
public record Violation(String pointer, String message) {}

package org.exops.kit.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.exops.kit.json.EventJson;

/** SHA-256 written as {@code sha256:} + hex; of JSON over its canonical form (RFC 8785). */
public final class Digest {
    private Digest() {}

    public static String ofJson(Object value) {
        return ofBytes(canonical(value));
    }

    public static String ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String ofBytes(byte[] bytes) {
        return written(sha256().digest(bytes));
    }

    /** For content that is read as a stream: end with {@link #written}. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String written(byte[] hash) {
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    /** The canonical form (RFC 8785) of a value's JSON, in UTF-8. */
    public static byte[] canonical(Object value) {
        try {
            return new JsonCanonicalizer(EventJson.bytes(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

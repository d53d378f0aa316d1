package org.exops.kit.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.exops.kit.digest.Digest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;

/** A key as the client sent it: 1 to 200 printable ASCII characters, else 400. */
record IdempotencyKey(String text) {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    IdempotencyKey {
        boolean printable = text.chars().allMatch(character -> character >= ' ' && character <= '~');
        if (text.isBlank() || text.length() > LONGEST || !printable) {
            throw ProblemException.at(
                    ProblemType.INVALID_SHAPE, "/" + HEADER, "Must be 1 to " + LONGEST + " printable ASCII characters");
        }
    }

    /** One user's key on one method and path is another's, or elsewhere, a different key. */
    byte[] scope(String subject, String method, String path) {
        return hash(text(subject), text(method), text(path), text(text));
    }

    /** Over the parts with their lengths, so that no two lists of parts look alike. */
    static byte[] hash(byte[]... parts) {
        MessageDigest digest = Digest.sha256();
        for (byte[] part : parts) {
            digest.update(text(part.length + ":"));
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

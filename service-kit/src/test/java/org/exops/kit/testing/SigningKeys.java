package org.exops.kit.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key pair of the tokens of one test JVM. */
final class SigningKeys {
    // System properties: a test resource and its test need not come from one class loader.
    private static final String PRIVATE = "exops.test.private-key";
    private static final String PUBLIC = "exops.test.public-key";

    private SigningKeys() {}

    /** Base64 of the X.509 form, without the lines of PEM. */
    static synchronized String publicKey() {
        ensurePresent();
        return System.getProperty(PUBLIC);
    }

    static synchronized PrivateKey privateKey() {
        ensurePresent();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ensurePresent() {
        if (System.getProperty(PRIVATE) == null) {
            KeyPair pair = generate();
            System.setProperty(
                    PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            System.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        }
    }
}

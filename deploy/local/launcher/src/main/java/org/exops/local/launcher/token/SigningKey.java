package org.exops.local.launcher.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The RSA key of one local stack, made when first asked for.
 *
 * @param publicKey base64 of its X.509 form, as the services take it
 */
public record SigningKey(PrivateKey privateKey, String publicKey) {
    private static final int BITS = 2048;

    /** Reads the key of the folder, or makes one there that only its owner may read. */
    public static SigningKey in(Path folder) {
        Path file = folder.resolve("signing-key.der");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the signing key in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " is no RSA key: delete it", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = Files.createTempFile(
                folder,
                "signing-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(whole, pair.getPrivate().getEncoded());
        // Two that start at once must end with the same key: whoever comes second finds the first one's.
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return;
        } finally {
            Files.delete(whole);
        }
    }

    private static SigningKey read(byte[] encoded) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        byte[] publicKey = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
        return new SigningKey(key, Base64.getEncoder().encodeToString(publicKey));
    }
}

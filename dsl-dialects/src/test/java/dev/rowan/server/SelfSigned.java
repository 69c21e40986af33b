package dev.rowan.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for {@code localhost} that no authority has signed, and its key, made by the JDK. Immutable.
 *
 * @param certificate the file of the certificate
 * @param key the file of the key, for its owner only
 */
public record SelfSigned(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** Makes them, in a directory of that name under {@code target}. */
    public static SelfSigned of(String name) throws IOException, GeneralSecurityException {
        Path directory =
                Files.createDirectories(Path.of("target", "certificates", name).toAbsolutePath());
        Path store = directory.resolve("store.p12");
        Files.deleteIfExists(store);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String make = " -genkeypair -alias server -keyalg RSA -storetype PKCS12 -validity 365 -dname CN=localhost"
                + " -ext san=dns:localhost -ext bc=ca:true -storepass " + PASSWORD + " -keystore store.p12";
        Command.in(directory, (keytool + make).split(" ")).run();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(store)) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        Path certificate = directory.resolve("server.crt");
        Path key = directory.resolve("server.key");
        write(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
        write(key, "PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return new SelfSigned(certificate, key);
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }
}

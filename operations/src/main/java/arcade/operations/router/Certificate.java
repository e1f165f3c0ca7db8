package arcade.operations.router;

import arcade.operations.home.Failure;
import arcade.operations.process.Template;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The router's certificate and key, one PEM file. Where an operator has put his own nothing is made; otherwise it is one that no
 * browser trusts, for the demonstration's names.
 */
final class Certificate {
    static final String FILE = "certificate.pem";
    private static final String ALIAS = "router";
    /** Of a store that lives for a second; the key is protected by its file's mode. */
    private static final String PASSWORD = "changeit";

    private Certificate() {}

    static void makeIn(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return;
        }
        Path store = folder.resolve("certificate.p12");
        try {
            Files.deleteIfExists(store);
            generate(store);
            Template.writeOwnerOnly(file, pem(store));
            Files.delete(store);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } catch (GeneralSecurityException e) {
            throw new Failure("cannot make a certificate: " + e.getMessage(), "put one of your own at " + file, e);
        }
    }

    private static void generate(Path store) {
        Tool made = Tool.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "825",
                        "-dname",
                        "CN=arcade.localhost",
                        "-ext",
                        "SAN=dns:arcade.localhost,dns:garden.localhost,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD),
                Path.of("/"),
                Map.of());
        if (!made.succeeded()) {
            throw new Failure(
                    "cannot make a certificate: " + made.output().strip(), "see that 'keytool' of the JDK runs");
        }
    }

    private static String pem(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        return block("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded())
                + block(
                        "PRIVATE KEY",
                        keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    }

    private static String block(String name, byte[] content) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + name + "-----\n" + lines.encodeToString(content) + "\n-----END " + name + "-----\n";
    }
}

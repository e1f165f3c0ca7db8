package arcade.operations.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenEarTest {
    private static final String DESCRIPTOR = "<application><module><ejb>ejb-module.jar</ejb></module>"
            + "<module><ejb>payment-singleton.jar</ejb></module>"
            + "<module><web><web-uri>web-module.war</web-uri></web></module></application>";

    @TempDir
    private Path folder;

    @Test
    void aWholeOneIsTakenAndItsCopyGoesAtTheEnd() throws IOException {
        try (EarFile ear = EarFile.of(ear(parts()), home())) {
            assertTrue(Files.size(ear.path()) > 0);
        }

        assertEquals(List.of(), copies());
    }

    @Test
    void oneThatIsCutShortIsNamedSo() throws IOException {
        byte[] whole = zip(parts());

        assertTrue(refused(Arrays.copyOf(whole, whole.length / 2)).contains("cut short"));
    }

    @Test
    void aByteThatChangedOnTheWayIsFound() throws IOException {
        byte[] whole = zip(parts(), 0);
        // In the content of the first entry, which is not compressed.
        whole[60] ^= 1;

        assertTrue(refused(whole).contains("check sum"));
    }

    @Test
    void whatItMustHoldIsNamedWhenItIsMissing() throws IOException {
        for (String part : List.of(
                "META-INF/application.xml",
                "META-INF/maven/arcade/ear/pom.properties",
                "web-module.war",
                "ejb-module.jar",
                "payment-singleton.jar")) {
            Map<String, byte[]> parts = parts();
            parts.remove(part);

            String message = refused(zip(parts));

            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void anEarWithoutMigrationsIsRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(
                "ejb-module.jar", zip(Map.of("db/store/V1__store.sql", new byte[0], "db/cart/V1__c.sql", new byte[0])));

        assertTrue(refused(zip(parts)).contains("the migrations of trade"));
    }

    @Test
    void aDiskWithoutRoomIsNamedBeforeAnythingIsCopied() throws IOException {
        Path ear = ear(parts());

        Failure failure = assertThrows(Failure.class, () -> EarFile.requireSpace(ear, 1 << 20));

        assertTrue(failure.getMessage().contains("1 MB free"), failure.getMessage());
        EarFile.requireSpace(ear, 1 << 30);
    }

    @Test
    void aFolderAndNothingAreNoFiles() {
        assertTrue(assertThrows(Failure.class, () -> EarFile.of(folder, home()))
                .getMessage()
                .contains("is a folder"));
        assertTrue(assertThrows(Failure.class, () -> EarFile.of(folder.resolve("none.ear"), home()))
                .getMessage()
                .contains("no file"));
    }

    private String refused(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("broken.ear"), content);
        String message =
                assertThrows(Failure.class, () -> EarFile.of(file, home())).getMessage();
        assertEquals(List.of(), copies());
        return message;
    }

    private Path ear(Map<String, byte[]> parts) throws IOException {
        return Files.write(folder.resolve("arcade.ear"), zip(parts));
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/releases"))) {
            return files.toList();
        }
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("META-INF/application.xml", DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
        parts.put("META-INF/maven/arcade/ear/pom.properties", "version=0.1.0".getBytes(StandardCharsets.UTF_8));
        parts.put("web-module.war", zip(Map.of("WEB-INF/web.xml", new byte[0])));
        parts.put(
                "ejb-module.jar",
                zip(Map.of(
                        "db/store/V1__s.sql", new byte[0],
                        "db/cart/V1__c.sql", new byte[0],
                        "db/trade/V1__t.sql", new byte[0])));
        parts.put("payment-singleton.jar", zip(Map.of("x", new byte[0])));
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        return zip(entries, 9);
    }

    private static byte[] zip(Map<String, byte[]> entries, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

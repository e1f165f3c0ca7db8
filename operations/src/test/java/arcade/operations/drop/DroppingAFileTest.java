package arcade.operations.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppingAFileTest {
    @TempDir
    private Path folder;

    private final List<String> deployed = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aCompleteFileIsDeployedOnceItIsQuiet() throws IOException {
        DropFolder drop = drop();
        Files.write(folder.resolve("a.ear"), zip());

        drop.look();
        after(drop, Duration.ofSeconds(1));
        assertEquals(List.of(), deployed);
        after(drop, Duration.ofSeconds(1));
        after(drop, Duration.ofSeconds(10));

        assertEquals(List.of("a.ear"), deployed);
        assertTrue(Files.readString(folder.resolve("a.ear.deployed")).startsWith("deployed a.ear\nfile: "));
    }

    @Test
    void aCopyUnderWayIsLeftAlone() throws IOException {
        DropFolder drop = drop();
        byte[] whole = zip();
        Path file = Files.write(folder.resolve("a.ear"), Arrays.copyOf(whole, whole.length - 30));

        drop.look();
        after(drop, Duration.ofSeconds(30));
        assertEquals(List.of(), deployed);
        Files.write(file, Arrays.copyOfRange(whole, whole.length - 30, whole.length), StandardOpenOption.APPEND);
        after(drop, Duration.ofSeconds(1));
        assertEquals(List.of(), deployed);
        after(drop, Duration.ofSeconds(2));

        assertEquals(List.of("a.ear"), deployed);
    }

    @Test
    void oneThatNeverGetsAnEndIsToldSo() throws IOException {
        DropFolder drop = drop();
        Files.write(folder.resolve("a.ear"), new byte[1000]);

        drop.look();
        after(drop, DropFolder.GIVEN_UP_AFTER);

        assertEquals(List.of(), deployed);
        assertTrue(Files.readString(folder.resolve("a.ear.failed")).contains("cut short"));
    }

    @Test
    void aBrokenOneDoesNotStopTheNext() throws IOException {
        DropFolder drop = drop();
        for (String name : List.of("c.ear", "bad.ear", "a.ear")) {
            Files.write(folder.resolve(name), zip());
        }

        drop.look();
        after(drop, DropFolder.QUIET);

        assertEquals(List.of("a.ear", "bad.ear", "c.ear"), deployed);
        assertTrue(Files.readString(folder.resolve("bad.ear.failed")).startsWith("cause: broken\ncure: repair it\n"));
        assertTrue(Files.exists(folder.resolve("c.ear.deployed")));
    }

    @Test
    void theSameNameWithAnotherContentIsAnotherFile() throws IOException {
        DropFolder drop = drop();
        Path file = Files.write(folder.resolve("bad.ear"), zip());
        drop.look();
        after(drop, DropFolder.QUIET);

        Files.write(file, zip());
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(now.plusSeconds(99)));
        // A new watcher, as after a restart.
        DropFolder next = drop();
        next.look();
        after(next, DropFolder.QUIET);

        assertEquals(List.of("bad.ear", "bad.ear"), deployed);
    }

    @Test
    void otherFilesAreNotLookedAt() throws IOException {
        DropFolder drop = drop();
        Files.write(folder.resolve("arcade.ear.part"), zip());
        Files.createDirectory(folder.resolve("folder.ear"));

        drop.look();
        after(drop, Duration.ofHours(1));

        assertEquals(List.of(), deployed);
        assertFalse(Files.exists(folder.resolve("arcade.ear.part.failed")));
    }

    private DropFolder drop() {
        return new DropFolder(folder, clock(), file -> {
            String name = file.file().getFileName().toString();
            deployed.add(name);
            return name.startsWith("bad")
                    ? DropFolder.Outcome.failed("broken", "repair it")
                    : DropFolder.Outcome.deployed("deployed " + name);
        });
    }

    private void after(DropFolder drop, Duration time) {
        now = now.plus(time);
        drop.look();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("entry"));
            zip.write(new byte[100]);
        }
        return bytes.toByteArray();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}

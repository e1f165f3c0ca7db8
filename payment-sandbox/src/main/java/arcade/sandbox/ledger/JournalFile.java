package arcade.sandbox.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;

/** Opens the ledger file for one process, replays its whole lines and cuts off a torn last one. */
final class JournalFile {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Path path;

    JournalFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** @param replay gets each whole line and its place, in order */
    Journal open(BiConsumer<String, Journal.Place> replay) {
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            requireAlone(channel);
            syncFolder();
            long whole = replayLines(replay);
            if (whole < channel.size()) {
                System.err.printf("ledger %s: cut off a torn last line of %d bytes%n", path, channel.size() - whole);
                channel.truncate(whole);
                channel.force(true);
            }
            return new Journal(channel, whole);
        } catch (IOException e) {
            throw new JournalFailure(
                    "cannot use the ledger " + path + " (" + e + "); give --ledger a file in a folder you may write",
                    e);
        }
    }

    private void requireAlone(FileChannel channel) throws IOException {
        boolean alone;
        try {
            alone = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            alone = false;
        }
        if (!alone) {
            channel.close();
            throw new JournalFailure(
                    "the ledger " + path + " is in use by another sandbox; stop it or name another --ledger");
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Returns the length of the file's whole lines in bytes. */
    private long replayLines(BiConsumer<String, Journal.Place> replay) throws IOException {
        long whole = 0;
        byte[] chunk = new byte[CHUNK_BYTES];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(path)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                int start = 0;
                for (int i = 0; i < length; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, start, i - start);
                        replay.accept(line.toString(StandardCharsets.UTF_8), new Journal.Place(whole, line.size()));
                        whole += line.size() + 1L;
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(chunk, start, length - start);
            }
        }
        return whole;
    }
}

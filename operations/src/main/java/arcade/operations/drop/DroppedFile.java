package arcade.operations.drop;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file in the drop folder, with what was written next to it: {@code <name>.deployed} or {@code <name>.failed}, which say which
 * state of the file they speak of, and {@code <name>.log}.
 */
record DroppedFile(Path file) {
    /** A zip ends with this record and a comment of at most 64 kB. */
    private static final int END_RECORD = 0x06054b50;

    private static final int LONGEST_END = 22 + 65_535;

    /** Size and time of the last change; another one is another file. */
    record State(long size, Instant changed) {
        @Override
        public String toString() {
            return size + " bytes of " + changed;
        }
    }

    /** Empty when it has gone. */
    Optional<State> state() {
        try {
            return Optional.of(
                    new State(Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /** Whether what is written next to it speaks of this state. */
    boolean isDone(State state) {
        return List.of(beside("deployed"), beside("failed")).stream().anyMatch(marker -> speaksOf(marker, state));
    }

    Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + "." + ending);
    }

    /** Whether the end of a zip is there: a copy under way has none yet. */
    boolean hasItsEnd() {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(content.length(), LONGEST_END);
            byte[] end = new byte[length];
            content.seek(content.length() - length);
            content.readFully(end);
            for (int place = length - 22; place >= 0; place--) {
                if (number(end, place) == END_RECORD) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    void deployed(State state, String what) {
        write("deployed", what + "\nfile: " + state + "\nat: " + Instant.now() + "\n");
    }

    void failed(State state, String cause, String cure) {
        write("failed", "cause: " + cause + "\ncure: " + cure + "\nfile: " + state + "\nat: " + Instant.now() + "\n");
    }

    private void write(String ending, String text) {
        try {
            for (String old : List.of("deployed", "failed")) {
                Files.deleteIfExists(beside(old));
            }
            Path draft = beside(ending + ".draft");
            Files.writeString(draft, text);
            Files.move(draft, beside(ending));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write beside " + file, e);
        }
    }

    private static boolean speaksOf(Path marker, State state) {
        try {
            return Files.exists(marker) && Files.readAllLines(marker).contains("file: " + state);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + marker, e);
        }
    }

    private static int number(byte[] bytes, int place) {
        return (bytes[place] & 0xff)
                | (bytes[place + 1] & 0xff) << 8
                | (bytes[place + 2] & 0xff) << 16
                | (bytes[place + 3] & 0xff) << 24;
    }
}

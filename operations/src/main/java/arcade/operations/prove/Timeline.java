package arcade.operations.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was done to the cluster, and when. For several threads. */
final class Timeline {
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final Path file;
    private volatile String promise = "";

    /** @param file every mark is written to at once, so that a proof that is killed can be understood */
    Timeline(Path file) {
        this.file = file;
    }

    /**
     * @param promise the one that was being proved
     * @param kind kill, failpoint, pause, cut, faults …: a word of the chart's legend
     */
    record Mark(Instant at, String promise, String kind, String what) {}

    void promise(String code) {
        promise = code;
    }

    Mark mark(String kind, String what) {
        return mark(Instant.now(), kind, what);
    }

    Mark mark(Instant at, String kind, String what) {
        Mark mark = new Mark(at, promise, kind, what);
        marks.add(mark);
        write(mark);
        return mark;
    }

    private synchronized void write(Mark mark) {
        String line = mark.at() + " " + mark.promise() + " " + mark.kind() + ": " + mark.what() + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }
}

package arcade.operations.prove;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was done to the cluster, and when. For several threads. */
final class Timeline {
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private volatile String promise = "";

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
        return mark;
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }
}

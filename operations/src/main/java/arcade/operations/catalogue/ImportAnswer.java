package arcade.operations.catalogue;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;

/**
 * Reads a node's answer to an import as it comes: lines of JSON, each a progress or, at the end, the report. Anything
 * else is kept as text, to be told as the reason of a failure. Lines come on a thread of the HTTP client.
 */
final class ImportAnswer implements Flow.Subscriber<String> {
    private static final Gson JSON = new Gson();
    private static final int KEPT_LINES = 50;

    private final BiConsumer<Integer, Integer> progress;
    private final List<String> strange = new ArrayList<>();
    private volatile ImportReport report;
    private volatile long lastLineNanos = System.nanoTime();

    private record Line(Progress progress, ImportReport report) {}

    private record Progress(int done, int total) {}

    /** @param progress told how many products are done, and how many there are */
    ImportAnswer(BiConsumer<Integer, Integer> progress) {
        this.progress = progress;
    }

    /** Empty while the last line has not come, or when the node answered something else. */
    Optional<ImportReport> report() {
        return Optional.ofNullable(report);
    }

    /** What the node said that is neither progress nor report. */
    synchronized String strange() {
        return String.join("\n", strange);
    }

    long nanosSinceLastLine() {
        return System.nanoTime() - lastLineNanos;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String text) {
        lastLineNanos = System.nanoTime();
        Line line = parse(text);
        if (line != null && line.progress() != null) {
            progress.accept(line.progress().done(), line.progress().total());
        } else if (line != null && line.report() != null) {
            report = line.report();
        } else {
            keep(text);
        }
    }

    @Override
    public void onError(Throwable problem) {
        // The request's own future carries it.
    }

    @Override
    public void onComplete() {
        // The request's own future tells.
    }

    private synchronized void keep(String text) {
        if (strange.size() < KEPT_LINES) {
            strange.add(text);
        }
    }

    private static Line parse(String text) {
        try {
            return JSON.fromJson(text, Line.class);
        } catch (JsonParseException e) {
            return null;
        }
    }
}

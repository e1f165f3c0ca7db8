package arcade.till.line;

import arcade.cluster.FencingToken;
import arcade.till.book.BookOfSteps;
import arcade.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A correspondence of words: the answer to a word is kept as it is, unless a test says otherwise. */
final class FakeCorrespondence implements Correspondence<String, String>, BookOfSteps<String, String> {
    static final Trace TRACE = new Trace("0af7651916cd43dd8448eb211c80319c");

    final List<String> recorded = new CopyOnWriteArrayList<>();
    final List<List<String>> batches = new CopyOnWriteArrayList<>();
    final Queue<String> due = new ConcurrentLinkedQueue<>();
    final AtomicInteger said = new AtomicInteger();
    volatile Heard heard = Heard.AN_ANSWER;
    final List<Long> putOff = new ArrayList<>();
    volatile UnaryOperator<String> gateway = step -> step;
    volatile UnaryOperator<List<String>> database = outcomes -> List.of();
    volatile String cannotBegin = "";
    /** What stands in the way of it. */
    volatile RuntimeException obstacle = new IllegalStateException("it cannot be begun");

    @Override
    public BookOfSteps<String, String> book() {
        return this;
    }

    @Override
    public boolean hasWork() {
        return !due.isEmpty();
    }

    @Override
    public List<String> begin(FencingToken token, int limit) {
        if (due.contains(cannotBegin)) {
            throw obstacle;
        }
        return due.stream().limit(limit).peek(due::remove).toList();
    }

    @Override
    public List<Long> due(int limit) {
        return due.stream().limit(limit).map(Long::valueOf).toList();
    }

    @Override
    public List<String> beginOne(FencingToken token, long id) {
        String step = Long.toString(id);
        if (step.equals(cannotBegin)) {
            throw obstacle;
        }
        due.remove(step);
        return List.of(step);
    }

    @Override
    public void putOff(FencingToken token, long id) {
        putOff.add(id);
        due.remove(Long.toString(id));
    }

    @Override
    public String converse(String step) {
        return gateway.apply(step);
    }

    @Override
    public Optional<Trace> trace(String step) {
        return Optional.of(TRACE);
    }

    @Override
    public String said(String outcome) {
        return outcome;
    }

    @Override
    public Heard heard(String outcome) {
        said.incrementAndGet();
        return heard;
    }

    @Override
    public List<String> record(FencingToken token, List<String> outcomes) {
        batches.add(List.copyOf(outcomes));
        List<String> next = database.apply(outcomes);
        recorded.addAll(outcomes);
        return next;
    }

    @Override
    public String name(String step) {
        return step;
    }
}

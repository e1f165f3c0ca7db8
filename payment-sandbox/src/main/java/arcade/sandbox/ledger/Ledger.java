package arcade.sandbox.ledger;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The gateway's truth. Transactions run one at a time in memory; each becomes one line of the journal, and nobody is told
 * anything, not even by a read or a refusal, before the lines it rests on are on disk. Opening the same file again
 * brings back the same books.
 */
public final class Ledger implements Closeable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Books books;
    private final IdempotencyKeys keys;
    private final Journal journal;
    private final Consumer<Event> announce;
    private long seq;
    private boolean torn;

    /**
     * @param announce gets each event once it is durable; must not block
     * @throws JournalFailure when the file cannot be used or is damaged before its last line
     */
    public Ledger(Path file, Books books, Clock clock, Consumer<Event> announce) {
        this.clock = clock;
        this.books = books;
        this.announce = announce;
        this.keys = new IdempotencyKeys(clock);
        this.journal = new JournalFile(file).open(this::restore);
    }

    /** Runs one request, or replays its answer when its idempotency key was answered before. */
    public Answer transact(Request request, Function<Transaction, Answer> work) {
        return claim(request).orElseGet(() -> run(request, work));
    }

    /**
     * Claims the request's idempotency key, if it has one.
     *
     * @return the answer that the key has already; when empty, the key is held until the request is run or released
     * @throws KeyConflict when another request holds the key or it was used for something else
     */
    public Optional<Answer> claim(Request request) {
        Optional<Journal.Place> stored = request.isKeyed() ? keys.claim(request) : Optional.empty();
        return stored.map(place -> new StoredLine(journal.line(place)).answer());
    }

    /** Gives a claimed key back unused. */
    public void release(Request request) {
        keys.release(request);
    }

    /** Runs a request that has claimed its key; returns when everything it did is on disk. */
    public Answer run(Request request, Function<Transaction, Answer> work) {
        List<Event> events = new ArrayList<>(4);
        try {
            Answer answer = exclusively(() -> {
                Transaction transaction = new Transaction(books, request, clock.instant());
                Answer result = perform(work, transaction);
                if (!transaction.isEmpty() || request.isKeyed()) {
                    commit(transaction, result, events);
                }
                return result;
            });
            events.forEach(announce);
            return answer;
        } finally {
            keys.release(request);
        }
    }

    private Answer perform(Function<Transaction, Answer> work, Transaction transaction) {
        boolean finished = false;
        requireSound();
        try {
            Answer answer = work.apply(transaction);
            finished = true;
            return answer;
        } finally {
            torn = !finished && !transaction.isEmpty();
        }
    }

    private void requireSound() {
        if (torn) {
            throw new JournalFailure("a request failed half-way, memory and ledger differ; start the sandbox again");
        }
    }

    /** Reads a consistent, durable state. */
    public <T> T read(Function<Books, T> question) {
        return exclusively(() -> question.apply(books));
    }

    /** An event as it was announced. */
    public Event event(EventNote note) {
        journal.awaitDurable(note.place().offset() + note.place().length());
        return new StoredLine(journal.line(note.place())).event(note.id());
    }

    private <T> T exclusively(Supplier<T> work) {
        long seen;
        lock.lock();
        try {
            return work.get();
        } finally {
            seen = journal.end();
            lock.unlock();
            journal.awaitDurable(seen);
        }
    }

    private void commit(Transaction transaction, Answer answer, List<Event> events) {
        List<Movement> movements = number(transaction);
        Line line = new Line(transaction, seq + 1, movements, answer);
        Journal.Place place = journal.append(line.toString());
        seq++;
        movements.forEach(books::note);
        for (Transaction.Announcement each : transaction.announcements()) {
            books.note(new EventNote(each.id(), each.type(), transaction.now().getEpochSecond(), place));
            String snapshot = line.snapshot(each.about());
            events.add(Event.of(each.id(), each.type(), transaction.now(), snapshot, transaction.request()));
        }
        if (transaction.request().isKeyed()) {
            keys.answered(transaction.request(), transaction.now(), place);
        }
    }

    private List<Movement> number(Transaction transaction) {
        long next = books.movements().size() + 1L;
        List<Movement> numbered = new ArrayList<>(2);
        for (Movement.Draft draft : transaction.movements()) {
            String at = transaction.now().toString();
            numbered.add(draft.numbered(next++, at, transaction.request().idempotencyKey()));
        }
        return numbered;
    }

    private void restore(String text, Journal.Place place) {
        try {
            restore(new StoredLine(text), place);
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new JournalFailure(
                    "the ledger is damaged at byte " + place.offset() + " (after line " + seq + "): " + e.getMessage()
                            + "; restore the file from a copy or start with a new --ledger",
                    e);
        }
    }

    private void restore(StoredLine line, Journal.Place place) {
        if (line.seq() != seq + 1) {
            throw new IllegalStateException("found line " + line.seq() + ", expected " + (seq + 1));
        }
        line.objects().forEach(object -> books.restore(object.getAsJsonObject()));
        line.movements().forEach(movement -> books.note(Json.read(movement, Movement.class)));
        for (JsonElement each : line.events()) {
            JsonObject event = each.getAsJsonObject();
            String id = event.get("id").getAsString();
            String type = event.get("type").getAsString().intern();
            books.note(new EventNote(id, type, line.at().getEpochSecond(), place));
        }
        if (line.request().isKeyed()) {
            keys.answered(line.request(), line.at(), place);
        }
        seq = line.seq();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}

package arcade.sandbox.ledger;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the newest {@value #KEPT} events are in the ledger; older ones are only in the file. */
public final class EventLog {
    static final int KEPT = 20_000;

    private final Map<String, EventNote> notes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EventNote> eldest) {
            return size() > KEPT;
        }
    };

    void add(EventNote note) {
        notes.put(note.id(), note);
    }

    public Optional<EventNote> find(String id) {
        return Optional.ofNullable(notes.get(id));
    }

    /** Oldest first by their time. */
    public List<EventNote> byTime() {
        return notes.values().stream()
                .sorted(Comparator.comparingLong(EventNote::created))
                .toList();
    }
}

package arcade.sandbox.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The changes of one request; all of them become one line of the ledger. Refuse before the first change. */
public final class Transaction {
    private final Books books;
    private final Request request;
    private final Instant now;
    private final Set<Resource> changed = new LinkedHashSet<>();
    private final List<Movement.Draft> movements = new ArrayList<>(2);
    private final List<Announcement> announcements = new ArrayList<>(4);

    Transaction(Books books, Request request, Instant now) {
        this.books = books;
        this.request = request;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public Books books() {
        return books;
    }

    /** Keeps a new or changed resource. */
    public <T extends Resource> T keep(T resource) {
        books.put(resource);
        changed.add(resource);
        return resource;
    }

    public void moved(Movement.Draft movement) {
        movements.add(movement);
    }

    /** Announces an event; its snapshot of the resource is the one at the end of the transaction. */
    public void announce(String type, Resource about) {
        keep(about);
        announcements.add(new Announcement(Ids.next("evt_"), type, about));
    }

    Request request() {
        return request;
    }

    Collection<Resource> changed() {
        return changed;
    }

    List<Movement.Draft> movements() {
        return movements;
    }

    List<Announcement> announcements() {
        return announcements;
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    record Announcement(String id, String type, Resource about) {}
}

package arcade.sandbox.ledger;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the gateway knows: a shelf per kind of resource, the movements of money and the events. */
public final class Books {
    private final Map<Class<?>, Shelf<? extends Resource>> shelves = new HashMap<>();
    private final Map<String, Class<? extends Resource>> kinds = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final EventLog events = new EventLog();

    /** @param kinds the value of "object" of each kind of resource, and its class */
    public Books(Map<String, Class<? extends Resource>> kinds) {
        this.kinds.putAll(kinds);
        kinds.values().forEach(type -> shelves.put(type, new Shelf<>()));
    }

    @SuppressWarnings("unchecked") // a shelf is made and filled by its class alone
    public <T extends Resource> Shelf<T> shelf(Class<T> type) {
        return (Shelf<T>) shelves.get(type);
    }

    <T extends Resource> void put(T resource) {
        @SuppressWarnings("unchecked") // getClass() of a T
        Class<T> type = (Class<T>) resource.getClass();
        shelf(type).put(resource);
    }

    /** Any resource by its id. */
    public Optional<Resource> find(String id) {
        return shelves.values().stream()
                .<Resource>flatMap(shelf -> shelf.find(id).stream())
                .findFirst();
    }

    Resource restore(JsonObject object) {
        String kind = object.get("object").getAsString();
        Class<? extends Resource> type = kinds.get(kind);
        if (type == null) {
            throw new IllegalStateException("unknown kind of resource: " + kind);
        }
        Resource resource = Json.read(object, type);
        put(resource);
        return resource;
    }

    /** In order; a live view. */
    public List<Movement> movements() {
        return movements;
    }

    void note(Movement movement) {
        movements.add(movement);
    }

    public EventLog events() {
        return events;
    }

    void note(EventNote event) {
        events.add(event);
    }
}

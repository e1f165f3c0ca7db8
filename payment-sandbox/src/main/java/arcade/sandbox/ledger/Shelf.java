package arcade.sandbox.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All things of one kind, in order of creation. */
public final class Shelf<T extends Listed> {
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<T> inOrder = new ArrayList<>();
    private final Map<String, List<T>> byParent = new HashMap<>();

    void put(T thing) {
        Integer known = positions.get(thing.id());
        if (known == null) {
            positions.put(thing.id(), inOrder.size());
            inOrder.add(thing);
        } else if (inOrder.get(known) != thing) {
            replace(known, thing);
        }
        thing.parent().ifPresent(parent -> adopt(parent, thing));
    }

    /** Takes the old one's places: a parent never changes once there is one. */
    private void replace(int position, T thing) {
        T old = inOrder.set(position, thing);
        List<T> siblings = old.parent().map(this::under).orElse(List.of());
        int place = siblings.indexOf(old);
        if (place >= 0) {
            siblings.set(place, thing);
        }
    }

    private void adopt(String parent, T thing) {
        List<T> siblings = byParent.computeIfAbsent(parent, unused -> new ArrayList<>(1));
        if (!siblings.contains(thing)) {
            siblings.add(thing);
        }
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(inOrder::get);
    }

    /** Oldest first; a live view. */
    public List<T> inOrder() {
        return inOrder;
    }

    /** Oldest first; a live view. */
    public List<T> under(String parent) {
        return byParent.getOrDefault(parent, List.of());
    }
}

package arcade.sandbox.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All things of one kind, in order of creation. */
public final class Shelf<T extends Listed> {
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<T> inOrder = new ArrayList<>();
    private final Map<String, List<T>> byParent = new HashMap<>();
    private boolean isByTime = true;

    void put(T thing) {
        Integer known = positions.get(thing.id());
        if (known == null) {
            positions.put(thing.id(), inOrder.size());
            isByTime &= inOrder.isEmpty() || inOrder.get(inOrder.size() - 1).created() <= thing.created();
            inOrder.add(thing);
        } else if (inOrder.get(known) != thing) {
            replace(known, thing);
        }
        thing.parent().ifPresent(parent -> adopt(parent, thing));
    }

    /** Takes the old one's places: a parent never changes once there is one. */
    private void replace(int position, T thing) {
        T old = inOrder.set(position, thing);
        List<T> siblings = old.parent().map(byParent::get).orElse(List.of());
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

    /** As they were put here; a live view. */
    public List<T> inOrder() {
        return inOrder;
    }

    /** Oldest first by their time, which is another order once the clock was set back; perhaps a live view. */
    public List<T> byTime() {
        return byTime(inOrder);
    }

    /** Oldest first by their time; perhaps a live view. */
    public List<T> under(String parent) {
        return byTime(byParent.getOrDefault(parent, List.of()));
    }

    private List<T> byTime(List<T> things) {
        return isByTime
                ? things
                : things.stream()
                        .sorted(Comparator.comparingLong(Listed::created))
                        .toList();
    }
}

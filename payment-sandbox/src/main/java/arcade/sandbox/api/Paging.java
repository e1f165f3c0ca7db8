package arcade.sandbox.api;

import arcade.sandbox.ledger.Listed;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A page of a list, newest first: limit, starting_after, ending_before and the bounds of created. */
public final class Paging {
    private static final long MAX_LIMIT = 100;
    private static final long DEFAULT_LIMIT = 10;

    private final Parameters parameters;
    private final long limit;
    private final CreatedBounds created;

    public Paging(Parameters parameters) {
        this.parameters = parameters;
        this.limit = parameters.whole("limit").orElse(DEFAULT_LIMIT);
        this.created = CreatedBounds.of(parameters);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ApiRefusal.badParameter("parameter_invalid_integer", "limit", "limit must be from 1 to " + MAX_LIMIT);
        }
    }

    /** @param oldestFirst all candidates, in order of creation */
    public <T extends Listed> Page page(
            String url, List<T> oldestFirst, Predicate<T> wanted, Function<T, JsonElement> shape) {
        boolean backwards = parameters.text("ending_before").isPresent();
        List<T> found = backwards ? newerThanCursor(oldestFirst, wanted) : olderThanCursor(oldestFirst, wanted);
        boolean hasMore = found.size() > limit;
        List<T> page = new ArrayList<>(hasMore ? found.subList(0, (int) limit) : found);
        if (backwards) {
            Collections.reverse(page);
        }
        return new Page("list", url, hasMore, page.stream().map(shape).toList());
    }

    private <T extends Listed> List<T> olderThanCursor(List<T> all, Predicate<T> wanted) {
        int start = parameters
                .text("starting_after")
                .map(id -> position(all, id, "starting_after"))
                .orElse(all.size());
        List<T> found = new ArrayList<>();
        for (int i = start - 1; i >= 0 && found.size() <= limit && !created.isPast(all.get(i)); i--) {
            collect(all.get(i), wanted, found);
        }
        return found;
    }

    private <T extends Listed> List<T> newerThanCursor(List<T> all, Predicate<T> wanted) {
        int start = position(all, parameters.required("ending_before"), "ending_before");
        List<T> found = new ArrayList<>();
        for (int i = start + 1; i < all.size() && found.size() <= limit; i++) {
            collect(all.get(i), wanted, found);
        }
        return found;
    }

    private <T extends Listed> void collect(T each, Predicate<T> wanted, List<T> found) {
        if (created.contains(each) && wanted.test(each)) {
            found.add(each);
        }
    }

    private static <T extends Listed> int position(List<T> all, String id, String parameter) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        throw ApiRefusal.missing("object", id, parameter);
    }

    /** Stripe's list object. */
    public record Page(String object, String url, boolean hasMore, List<JsonElement> data) {}
}

package arcade.sandbox.api;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Books;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Resource;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Puts whole resources in place of their ids, as {@code expand[]} asks. */
public final class Expansion {
    private static final int MAX_DEPTH = 4;
    private static final Set<String> EXPANDABLE = Set.of(
            "data",
            "payment_intent",
            "latest_charge",
            "charge",
            "payment_method",
            "customer",
            "line_items",
            "balance_transaction");

    private final Books books;
    private final List<String> paths;

    private Expansion(Books books, List<String> paths) {
        this.books = books;
        this.paths = paths;
    }

    /** Refuses what nothing could expand, before anything is executed. */
    static void requireKnown(Parameters parameters) {
        for (String path : parameters.texts("expand")) {
            List<String> names = Arrays.asList(path.split("\\.", -1));
            if (!EXPANDABLE.containsAll(names) || names.size() > MAX_DEPTH) {
                throw ApiRefusal.invalid("This property cannot be expanded (" + path + ").")
                        .with("param", "expand");
            }
        }
    }

    public static Expansion asked(Books books, Parameters parameters) {
        return new Expansion(books, parameters.texts("expand"));
    }

    public Answer answer(Resource resource) {
        return paths.isEmpty()
                ? Answer.ok(resource)
                : answer(Json.tree(resource).getAsJsonObject());
    }

    /** Answers with a tree that may already hold what {@code expand[]} asks for. */
    public Answer answer(JsonObject tree) {
        paths.forEach(path -> expand(tree, path));
        return Answer.ok(tree);
    }

    /** Whether a property is asked for that its resource leaves out otherwise. */
    public boolean asksFor(String path) {
        return paths.contains(path);
    }

    private void expand(JsonObject tree, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        JsonElement value = tree.get(name);
        if (value != null && value.isJsonPrimitive()) {
            value = books.find(value.getAsString()).map(Json::tree).orElse(value);
            tree.add(name, value);
        }
        if (value == null || dot < 0) {
            return;
        }
        String rest = path.substring(dot + 1);
        if (value.isJsonObject()) {
            expand(value.getAsJsonObject(), rest);
        } else if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(each -> expand(each.getAsJsonObject(), rest));
        }
    }
}

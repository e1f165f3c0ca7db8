package arcade.system.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One run of {@code ./arcade audit --json}. */
public record Audit(Outcome outcome, JsonObject document) {

    public static Audit of(Cluster cluster) {
        return read(cluster.arcade("audit", "--json"));
    }

    /** Also holds the shop to what it told its clients: these order documents, by checkout key. */
    public static Audit of(Cluster cluster, Map<String, JsonObject> told) {
        try {
            Path records = Files.createTempFile("arcade-system", ".records");
            try {
                Files.write(records, told.entrySet().stream().map(Audit::record).toList());
                return read(cluster.arcade("audit", "--json", "--records", records.toString()));
            } finally {
                Files.delete(records);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the records", e);
        }
    }

    private static String record(Map.Entry<String, JsonObject> told) {
        JsonObject record = new JsonObject();
        record.addProperty("kind", "ok");
        record.addProperty("op", "pay");
        record.addProperty("checkoutKey", told.getKey());
        JsonObject order = told.getValue();
        record.add("orderRef", order.get("token"));
        for (String member : List.of("number", "state", "totalMinor", "currency", "lines")) {
            record.add(member, order.get(member));
        }
        return record.toString();
    }

    private static Audit read(Outcome outcome) {
        if (!outcome.out().startsWith("{")) {
            throw new AssertionError("no report: " + outcome);
        }
        return new Audit(outcome, JsonParser.parseString(outcome.out()).getAsJsonObject());
    }

    /** Codes of the invariants that are broken. */
    public Set<String> broken() {
        Set<String> codes = new TreeSet<>();
        for (JsonElement each : document.getAsJsonArray("invariants")) {
            JsonObject invariant = each.getAsJsonObject();
            if (invariant.get("violations").getAsInt() > 0) {
                codes.add(invariant.get("code").getAsString());
            }
        }
        return codes;
    }

    /** How many rows this invariant looked at. */
    public int checked(String code) {
        for (JsonElement each : document.getAsJsonArray("invariants")) {
            JsonObject invariant = each.getAsJsonObject();
            if (invariant.get("code").getAsString().equals(code)) {
                return invariant.get("checked").getAsInt();
            }
        }
        throw new AssertionError("no invariant " + code + " in " + outcome);
    }

    public Audit expectClean() {
        if (outcome.exit() != 0 || !broken().isEmpty()) {
            throw new AssertionError("the audit found something\n" + outcome);
        }
        return this;
    }
}

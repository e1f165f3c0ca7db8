package arcade.system.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import java.util.TreeSet;

/** One run of {@code ./arcade audit --json}. */
public record Audit(Outcome outcome, JsonObject document) {

    public static Audit of(Cluster cluster) {
        Outcome outcome = cluster.arcade("audit", "--json");
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

    public Audit expectClean() {
        if (outcome.exit() != 0 || !broken().isEmpty()) {
            throw new AssertionError("the audit found something\n" + outcome);
        }
        return this;
    }
}

package arcade.operations.prove;

import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A proof as a table for a person and as an object for a program. */
final class ProofReport {
    private static final int SHOWN = 20;
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Proof proof;

    ProofReport(Proof proof) {
        this.proof = proof;
    }

    List<String> lines() {
        Table table = new Table("", "promise", "faults", "payments", "violations", "bound", "worst time", "verdict");
        for (Trial trial : proof.trials()) {
            table.row(
                    trial.code(),
                    trial.title(),
                    trial.faultCount(),
                    trial.operations(),
                    trial.violations().size(),
                    trial.bound(),
                    worst(trial),
                    trial.verdict());
        }
        List<String> lines = new ArrayList<>(table.lines());
        proof.trials().forEach(trial -> lines.addAll(details(trial)));
        lines.add("");
        lines.add("UNKNOWN in all of it: " + Quantiles.of(proof.unknownSeconds()));
        lines.add("shoppers met with: " + proof.errors());
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d payments captured in %.1f minutes on %d nodes, release %s, seed %d",
                summary(),
                proof.payments(),
                proof.minutes(),
                proof.nodes(),
                proof.release(),
                proof.plan().seed()));
        return lines;
    }

    /** One line for each time that was promised. */
    static String worst(Trial trial) {
        return trial.aims().stream()
                .map(aim -> String.format(
                        Locale.ROOT, "%s %.2f %s (≤ %.0f)", aim.what(), aim.measured(), aim.unit(), aim.limit()))
                .collect(Collectors.joining("; "));
    }

    String summary() {
        if (proof.broken()) {
            return "BROKEN";
        }
        return proof.missed() ? "a target was missed" : proof.proved() ? "every promise holds" : "not all was proved";
    }

    private static List<String> details(Trial trial) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(trial.code() + " " + trial.title() + ": faults " + trial.faults());
        trial.notes().forEach(note -> lines.add("    " + note));
        trial.violations().stream().limit(SHOWN).forEach(what -> lines.add("    VIOLATION " + what));
        if (trial.violations().size() > SHOWN) {
            lines.add("    … and " + (trial.violations().size() - SHOWN) + " more, in the JSON file");
        }
        trial.mishaps().forEach(what -> lines.add("    NOT PROVED " + what));
        return lines;
    }

    /** Fields may be added, none is renamed or removed. */
    String json() {
        JsonObject document = new JsonObject();
        document.addProperty("verdict", summary());
        document.addProperty("seed", proof.plan().seed());
        document.addProperty("minutes", proof.plan().minutes());
        document.addProperty("begun", proof.begun().toString());
        document.addProperty("ended", proof.ended().toString());
        document.addProperty("release", proof.release());
        document.addProperty("nodes", proof.nodes());
        document.addProperty("payments", proof.payments());
        JsonArray promises = new JsonArray();
        proof.trials().forEach(trial -> promises.add(json(trial)));
        document.add("promises", promises);
        document.add("unknownSeconds", JSON.toJsonTree(proof.unknownSeconds()));
        document.add("errors", JSON.toJsonTree(proof.errors()));
        document.add("marks", marks());
        document.add("capturesPerSecond", JSON.toJsonTree(proof.rates()));
        if (proof.audit() != null) {
            document.add("audit", JsonParser.parseString(proof.audit().json()));
        }
        return JSON.toJson(document);
    }

    private static JsonElement json(Trial trial) {
        JsonObject promise = new JsonObject();
        promise.addProperty("code", trial.code());
        promise.addProperty("title", trial.title());
        promise.addProperty("verdict", trial.verdict());
        promise.add("faults", JSON.toJsonTree(trial.faults()));
        promise.addProperty("trials", trial.trials());
        promise.addProperty("payments", trial.operations());
        promise.addProperty("seconds", trial.seconds());
        promise.addProperty("bound", trial.bound());
        promise.add("violations", JSON.toJsonTree(trial.violations()));
        promise.add("mishaps", JSON.toJsonTree(trial.mishaps()));
        promise.add("aims", JSON.toJsonTree(trial.aims()));
        promise.add("times", JSON.toJsonTree(trial.times()));
        promise.add("notes", JSON.toJsonTree(trial.notes()));
        return promise;
    }

    private JsonElement marks() {
        JsonArray marks = new JsonArray();
        for (Timeline.Mark mark : proof.marks()) {
            JsonObject each = new JsonObject();
            each.addProperty("at", mark.at().toString());
            each.addProperty("promise", mark.promise());
            each.addProperty("kind", mark.kind());
            each.addProperty("what", mark.what());
            marks.add(each);
        }
        return marks;
    }
}

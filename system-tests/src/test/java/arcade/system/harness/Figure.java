package arcade.system.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.ToDoubleFunction;

/** What is asked of a page of the storefront: a score from 0 to 100, milliseconds, a shift, or bytes as they are sent. */
public enum Figure {
    PERFORMANCE(95, score("performance")),
    ACCESSIBILITY(95, score("accessibility")),
    BEST_PRACTICES(95, score("best-practices")),
    SEO(95, score("seo")),
    LCP_MILLIS(-1500, audit("largest-contentful-paint")),
    TBT_MILLIS(-50, audit("total-blocking-time")),
    CLS(-0.02, audit("cumulative-layout-shift")),
    HTML_BYTES(-40_000, sent("Document")),
    CSS_BYTES(-20_000, sent("Stylesheet")),
    SCRIPT_BYTES(-15_000, sent("Script"));

    /** At least this; if it is below zero: at most its opposite. */
    private final double bound;

    private final ToDoubleFunction<JsonObject> read;

    Figure(double bound, ToDoubleFunction<JsonObject> read) {
        this.bound = bound;
        this.read = read;
    }

    double of(JsonObject report) {
        return read.applyAsDouble(report);
    }

    public boolean holds(double value) {
        return bound < 0 ? value <= -bound : value >= bound;
    }

    public String told(double value) {
        return name() + " " + written(value) + (bound < 0 ? " (≤ " : " (≥ ") + written(Math.abs(bound)) + ")";
    }

    private static String written(double value) {
        return BigDecimal.valueOf(value)
                .setScale(Math.abs(value) < 1 ? 3 : 0, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static ToDoubleFunction<JsonObject> score(String category) {
        return report -> 100
                * report.getAsJsonObject("categories")
                        .getAsJsonObject(category)
                        .get("score")
                        .getAsDouble();
    }

    private static ToDoubleFunction<JsonObject> audit(String name) {
        return report -> report.getAsJsonObject("audits")
                .getAsJsonObject(name)
                .get("numericValue")
                .getAsDouble();
    }

    private static ToDoubleFunction<JsonObject> sent(String kind) {
        return report -> report
                .getAsJsonObject("audits")
                .getAsJsonObject("network-requests")
                .getAsJsonObject("details")
                .getAsJsonArray("items")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .filter(item -> item.has("resourceType")
                        && item.get("resourceType").getAsString().equals(kind))
                .mapToDouble(item -> item.get("transferSize").getAsDouble())
                .sum();
    }
}

package arcade.operations.load;

import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run measured; the stable shape of {@code --json}, described in docs/operations.md.
 *
 * @param seconds that were counted
 * @param errors by kind
 * @param refused by reason: the shop said no and was right, such as sold_out
 * @param withCookie pages of visitors who only look, that set a cookie all the same
 * @param p50Ms of a request's answer; waiting on purpose for a payment is not in it
 * @param payP50Ms from placing an order to its payment being captured
 * @param cpuMs by machine, children included
 * @param cpuMsPerCheckout null without a checkout
 * @param cpuMsPerRequest of all machines that were measured
 */
record LoadReport(
        String mix,
        int shoppers,
        double seconds,
        long requests,
        Map<String, Long> errors,
        Map<String, Long> refused,
        long retried,
        long checkouts,
        @SerializedName("checkouts_per_s") double checkoutsPerSecond,
        @SerializedName("p50_ms") double p50Ms,
        @SerializedName("p95_ms") double p95Ms,
        @SerializedName("p99_ms") double p99Ms,
        @SerializedName("pay_p50_ms") double payP50Ms,
        @SerializedName("pay_p95_ms") double payP95Ms,
        @SerializedName("pay_p99_ms") double payP99Ms,
        @SerializedName("carts_lost") long cartsLost,
        @SerializedName("with_cookie") long withCookie,
        @SerializedName("cpu_ms") Map<String, Long> cpuMs,
        @SerializedName("cpu_ms_per_checkout") Double cpuMsPerCheckout,
        @SerializedName("cpu_ms_per_request") Double cpuMsPerRequest) {
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final double HUNDRED = 100.0;

    static LoadReport of(Mix mix, LoadPlan plan, Duration counted, Tally tally, Map<String, Long> cpu) {
        double seconds = counted.toMillis() / 1000.0;
        long cpuSum = cpu.values().stream().mapToLong(Long::longValue).sum();
        return new LoadReport(
                mix.name().toLowerCase(Locale.ROOT),
                plan.shoppers(),
                rounded(seconds),
                tally.requests(),
                tally.errors(),
                tally.refused(),
                tally.retried(),
                tally.checkouts(),
                rounded(tally.checkouts() / seconds),
                rounded(tally.answers().percentile(0.50)),
                rounded(tally.answers().percentile(0.95)),
                rounded(tally.answers().percentile(0.99)),
                rounded(tally.payments().percentile(0.50)),
                rounded(tally.payments().percentile(0.95)),
                rounded(tally.payments().percentile(0.99)),
                tally.cartsLost(),
                tally.cookies(),
                cpu,
                each(cpuSum, tally.checkouts()),
                each(cpuSum, tally.requests()));
    }

    String json() {
        return JSON.toJson(this);
    }

    List<String> lines() {
        Table table = new Table("measured", "value")
                .row("requests", requests)
                .row("retried", retried)
                .row("checkouts", checkouts)
                .row("checkouts per second", checkoutsPerSecond)
                .row("answer p50 / p95 / p99, ms", p50Ms + " / " + p95Ms + " / " + p99Ms)
                .row("order to captured p50 / p95 / p99, ms", payP50Ms + " / " + payP95Ms + " / " + payP99Ms)
                .row("carts lost", cartsLost)
                .row("pages with a cookie too many", withCookie);
        refused.forEach((reason, count) -> table.row("refused: " + reason, count));
        errors.forEach((kind, count) -> table.row("errors: " + kind, count));
        cpuMs.forEach((machine, millis) -> table.row("cpu of " + machine + ", ms", millis));
        table.row("cpu per checkout, ms", cpuMsPerCheckout == null ? "-" : cpuMsPerCheckout);
        table.row("cpu per request, ms", cpuMsPerRequest == null ? "-" : cpuMsPerRequest);
        return table.lines();
    }

    private static Double each(long sum, long count) {
        return count == 0 ? null : rounded((double) sum / count);
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDRED) / HUNDRED;
    }
}

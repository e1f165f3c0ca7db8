package arcade.operations.load;

import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How fast the till takes money when there is more to do than it can; the stable shape of {@code --json}, described in
 * docs/operations.md.
 *
 * @param captured how many of the payments
 * @param notCaptured the others, by state
 * @param seconds from the moment the till could see the orders to the last capture, by the database's clock
 * @param capturesPerSecond over all of that time
 * @param best over the best ten whole seconds in a row; null for a run shorter than that
 * @param gatewayCalls all that came to the gateway meanwhile
 * @param inFlightMean payments whose intention is committed and whose end is not, as seen twice a second
 * @param inFlightMost bounded by the till's calls in flight: each such payment has one of its lines
 * @param cpuMs by machine, children included
 * @param cpuMsPerPayment of the till's node, the database and the gateway; empty when nothing was captured
 * @param coresBusy of this machine, with whatever runs on it
 * @param lastNumber the store's
 * @param gapFree whether all numbers of the store are 1, 2, 3 … without gap or double
 */
record CapturesReport(
        String mix,
        int payments,
        @SerializedName("gateway_millis") int gatewayMillis,
        long captured,
        @SerializedName("not_captured") Map<String, Long> notCaptured,
        double seconds,
        @SerializedName("captures_per_s") double capturesPerSecond,
        @SerializedName("captures_per_s_best_10s") Double best,
        @SerializedName("gateway_calls") long gatewayCalls,
        @SerializedName("calls_per_s") double callsPerSecond,
        @SerializedName("in_flight_mean") double inFlightMean,
        @SerializedName("in_flight_most") long inFlightMost,
        @SerializedName("cpu_ms") Map<String, Long> cpuMs,
        @SerializedName("cpu_ms_per_payment") Map<String, Double> cpuMsPerPayment,
        @SerializedName("cores_busy") double coresBusy,
        int cores,
        @SerializedName("last_number") long lastNumber,
        @SerializedName("gap_free") boolean gapFree) {
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final long MICROS = 1_000_000;
    private static final int WINDOW_SECONDS = 10;
    private static final double HUNDRED = 100.0;

    /**
     * What was seen of a run.
     *
     * @param paidMicros when each order was paid, from the beginning
     * @param inFlight as sampled
     * @param cpuMs by machine
     */
    record Seen(
            List<Long> paidMicros,
            Map<String, Long> notCaptured,
            long gatewayCalls,
            List<Long> inFlight,
            Map<String, Long> cpuMs,
            double coresBusy,
            OrderNumbers numbers) {}

    /** @param till the name of its node */
    static CapturesReport of(CapturesPlan plan, Seen seen, String till) {
        long last = seen.paidMicros().stream().mapToLong(Long::longValue).max().orElse(0);
        double seconds = (double) last / MICROS;
        return new CapturesReport(
                "payments",
                plan.payments(),
                plan.gatewayMillis(),
                seen.paidMicros().size(),
                seen.notCaptured(),
                rounded(seconds),
                perSecond(seen.paidMicros().size(), seconds),
                best(seen.paidMicros(), last),
                seen.gatewayCalls(),
                perSecond(seen.gatewayCalls(), seconds),
                rounded(seen.inFlight().stream()
                        .mapToLong(Long::longValue)
                        .average()
                        .orElse(0)),
                seen.inFlight().stream().mapToLong(Long::longValue).max().orElse(0),
                seen.cpuMs(),
                each(seen.cpuMs(), seen.paidMicros().size(), till),
                rounded(seen.coresBusy()),
                Runtime.getRuntime().availableProcessors(),
                seen.numbers().last(),
                seen.numbers().gapFree());
    }

    String json() {
        return JSON.toJson(this);
    }

    List<String> lines() {
        Table table = new Table("payments", "value")
                .row("captured", captured + " of " + payments)
                .row("seconds", seconds)
                .row("captures per second", capturesPerSecond)
                .row("in the best 10 s", best == null ? "-" : best)
                .row("calls to the gateway per second", callsPerSecond)
                .row("in flight, mean / most", inFlightMean + " / " + inFlightMost)
                .row("cores busy", coresBusy + " of " + cores)
                .row("order numbers", gapFree ? "1 to " + lastNumber + " without gap" : "GAPS up to " + lastNumber);
        cpuMsPerPayment.forEach((part, millis) -> table.row("cpu of the " + part + " per payment, ms", millis));
        notCaptured.forEach((state, count) -> table.row("not captured: " + state, count));
        return table.lines();
    }

    /** The sum of whole seconds, so that a batch at its edge is not counted in two windows. */
    private static Double best(List<Long> paidMicros, long lastMicros) {
        int whole = (int) (lastMicros / MICROS);
        if (whole < WINDOW_SECONDS) {
            return null;
        }
        long[] perSecond = new long[whole];
        paidMicros.stream()
                .mapToInt(micros -> (int) (micros / MICROS))
                .filter(second -> second < whole)
                .forEach(second -> perSecond[second]++);
        long window = 0;
        long most = 0;
        for (int second = 0; second < whole; second++) {
            window += perSecond[second] - (second < WINDOW_SECONDS ? 0 : perSecond[second - WINDOW_SECONDS]);
            most = Math.max(most, window);
        }
        return rounded((double) most / WINDOW_SECONDS);
    }

    private static Map<String, Double> each(Map<String, Long> cpuMs, long captured, String till) {
        if (captured == 0) {
            return Map.of();
        }
        Map<String, Double> each = new java.util.LinkedHashMap<>();
        each.put("till", rounded((double) cpuMs.getOrDefault(till, 0L) / captured));
        each.put("database", rounded((double) cpuMs.getOrDefault("database", 0L) / captured));
        each.put("gateway", rounded((double) cpuMs.getOrDefault("gateway", 0L) / captured));
        return Collections.unmodifiableMap(each);
    }

    private static double perSecond(long count, double seconds) {
        return seconds == 0 ? 0 : rounded(count / seconds);
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDRED) / HUNDRED;
    }
}

package arcade.operations.load;

import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.util.List;

/**
 * How long the shop took to capture again.
 *
 * @param rounds in order: the node that was killed, and the seconds to the next captured payment
 * @param retried requests that were sent twice, in all rounds
 */
record TakeoverReport(
        String mix,
        @SerializedName("worst_s") double worstSeconds,
        @SerializedName("median_s") double medianSeconds,
        long retried,
        @SerializedName("carts_lost") long cartsLost,
        List<Round> rounds) {

    /** @param errors requests that failed in this round, also at their second try */
    record Round(String killed, double seconds, long errors) {}

    /** @param rounds at least one */
    static TakeoverReport of(List<Round> rounds, Tally tally) {
        List<Double> sorted = rounds.stream().map(Round::seconds).sorted().toList();
        return new TakeoverReport(
                "takeover",
                sorted.get(sorted.size() - 1),
                sorted.get((sorted.size() - 1) / 2),
                tally.retried(),
                tally.cartsLost(),
                List.copyOf(rounds));
    }

    String json() {
        return new Gson().toJson(this);
    }

    List<String> lines() {
        return new Table("takeover", "value")
                .row("rounds", rounds.size())
                .row("worst, s", worstSeconds)
                .row("median, s", medianSeconds)
                .row("errors", rounds.stream().mapToLong(Round::errors).sum())
                .row("retried", retried)
                .row("carts lost", cartsLost)
                .lines();
    }
}

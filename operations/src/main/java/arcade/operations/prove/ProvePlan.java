package arcade.operations.prove;

import arcade.operations.home.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is proved, for how long.
 *
 * @param minutes of faults, shared among the promises; healing and audits come on top
 */
record ProvePlan(long seed, int minutes, int shoppers, List<Promise> promises) {
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_SHOPPERS = 200;

    /** Each anew: a promise keeps what it saw. */
    private static List<Promise> all() {
        return List.of(
                new AmbiguousCharges(),
                new TillCrashes(),
                new Zombies(),
                new SplitBrain(),
                new DoubleClicking(),
                new LastPiecesLeft(),
                new Notices(),
                new NodesLost(),
                new HandOvers(),
                new RollingReleases(),
                new PrimaryLost());
    }

    /** @param wanted codes, separated by commas; empty: all that every cluster can be held to */
    static ProvePlan of(long seed, int minutes, int shoppers, String wanted) {
        require("--minutes", minutes, MOST_MINUTES);
        require("--shoppers", shoppers, MOST_SHOPPERS);
        List<Promise> promises = new ArrayList<>();
        List<String> codes = wanted.isBlank()
                ? all().stream()
                        .filter(promise -> !promise.onlyWhenNamed())
                        .map(Promise::code)
                        .toList()
                : Stream.of(wanted.split(",")).map(String::strip).toList();
        for (String code : codes) {
            promises.add(all().stream()
                    .filter(promise -> promise.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Failure.usage(
                            "there is no promise '" + code + "' to prove",
                            "name some of " + all().stream().map(Promise::code).collect(Collectors.joining(",")))));
        }
        return new ProvePlan(seed, minutes, shoppers, List.copyOf(promises));
    }

    Duration time(Promise promise) {
        int shares = promises.stream().mapToInt(Promise::share).sum();
        return Duration.ofMinutes(minutes).multipliedBy(promise.share()).dividedBy(shares);
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw Failure.usage(option + " " + value, "give 1 to " + most);
        }
    }
}

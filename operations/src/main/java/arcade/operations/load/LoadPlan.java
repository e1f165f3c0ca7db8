package arcade.operations.load;

import arcade.operations.home.Failure;

/** How many shoppers for how long, within bounds: load is made to measure, not to break this machine. */
record LoadPlan(int shoppers, int seconds, int warmupSeconds, int rounds) {
    private static final int MOST_SHOPPERS = 1000;
    private static final int LONGEST_SECONDS = 3600;
    private static final int MOST_ROUNDS = 10_000;

    LoadPlan {
        require("--shoppers", shoppers, 1, MOST_SHOPPERS);
        require("--seconds", seconds, 1, LONGEST_SECONDS);
        require("--warmup", warmupSeconds, 0, LONGEST_SECONDS);
        require("--rounds", rounds, 1, MOST_ROUNDS);
    }

    static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Failure.usage(option + " " + value, "give " + least + " to " + most);
        }
    }
}

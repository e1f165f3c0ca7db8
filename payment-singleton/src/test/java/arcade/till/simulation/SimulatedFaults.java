package arcade.till.simulation;

import java.util.SplittableRandom;

/**
 * The dice of one schedule. Each schedule knows only some of the faults, each with a probability of its own: a few faults that
 * come often reach states which all of them at once never would. After {@link #quiet} nothing goes wrong any more.
 */
final class SimulatedFaults {
    private final SplittableRandom dice;
    private final double[] probability = new double[SimulatedFault.values().length];
    private final int[] injected = new int[probability.length];
    private boolean quiet;

    SimulatedFaults(SplittableRandom dice) {
        this.dice = dice;
        for (SimulatedFault fault : SimulatedFault.values()) {
            boolean known = dice.nextInt(3) == 0;
            double given = dice.nextDouble();
            probability[fault.ordinal()] = known ? given * fault.most() : 0;
        }
    }

    void quiet() {
        quiet = true;
    }

    boolean happens(SimulatedFault fault) {
        double chance = probability[fault.ordinal()];
        if (quiet || chance == 0 || dice.nextDouble() >= chance) {
            return false;
        }
        injected[fault.ordinal()]++;
        return true;
    }

    /** Between two times, both in microseconds. */
    long between(long least, long most) {
        return dice.nextLong(least, most + 1);
    }

    /** Some short time or some very long one: each size is as likely as the next. */
    long anyScale(long least, long most) {
        double size = StrictMath.log(least) + dice.nextDouble() * (StrictMath.log(most) - StrictMath.log(least));
        return (long) StrictMath.exp(size);
    }

    boolean oneIn(int n) {
        return dice.nextInt(n) == 0;
    }

    int below(int n) {
        return dice.nextInt(n);
    }

    int[] injected() {
        return injected.clone();
    }
}

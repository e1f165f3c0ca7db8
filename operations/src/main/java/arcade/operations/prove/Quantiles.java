package arcade.operations.prove;

import java.util.List;
import java.util.Locale;

/** Of a list of seconds, by the nearest rank: a value that was really measured. */
record Quantiles(List<Double> sorted) {

    static Quantiles of(List<Double> values) {
        return new Quantiles(values.stream().sorted().toList());
    }

    /** @param share 0.5, 0.99; 0 when nothing was measured */
    double at(double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(sorted.size() * share);
        return sorted.get(Math.max(0, rank - 1));
    }

    double max() {
        return at(1);
    }

    int count() {
        return sorted.size();
    }

    @Override
    public String toString() {
        return sorted.isEmpty()
                ? "none measured"
                : String.format(
                        Locale.ROOT,
                        "%d measured: median %.2f s, p99 %.2f s, max %.2f s",
                        count(),
                        at(0.5),
                        at(0.99),
                        max());
    }
}

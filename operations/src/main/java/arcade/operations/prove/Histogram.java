package arcade.operations.prove;

import java.util.List;
import java.util.Locale;

/** Bars of how often a time was measured, as inline SVG. */
final class Histogram {
    private static final int BARS = 40;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 140;
    private static final int FLOOR = 115;
    private static final int LEFT = 40;
    private static final int LABEL_EVERY = 5;

    private Histogram() {}

    /** @param values at least one, not negative */
    static String svg(List<Double> values) {
        double max = Math.max(0.1, Quantiles.of(values).max());
        int[] counts = new int[BARS];
        for (double value : values) {
            counts[(int) Math.min(BARS - 1L, Math.max(0, Math.floor(value / max * BARS)))]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"histogram\">%n", WIDTH, HEIGHT));
        double step = (WIDTH - LEFT) / (double) BARS;
        for (int bar = 0; bar < BARS; bar++) {
            double height = (FLOOR - 10) * counts[bar] / (double) most;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#3b6ea5\"><title>%d</title></rect>%n",
                    LEFT + bar * step,
                    FLOOR - height,
                    step - 1,
                    height,
                    counts[bar]));
            if (bar % LABEL_EVERY == 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\">%.2f</text>%n",
                        LEFT + bar * step,
                        FLOOR + 16,
                        max * bar / BARS));
            }
        }
        svg.append(String.format(Locale.ROOT, "<text x=\"0\" y=\"20\">%d</text>%n", most));
        return svg.append("</svg>\n").toString();
    }
}

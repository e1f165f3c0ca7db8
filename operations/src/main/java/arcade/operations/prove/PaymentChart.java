package arcade.operations.prove;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Payments per second over the time of the proof, with a line for each fault, as inline SVG. */
final class PaymentChart {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 330;
    private static final int LEFT = 40;
    private static final int TOP = 30;
    private static final int FLOOR = 280;
    private static final int MOST_POINTS = 1200;
    private static final int GRID_LINES = 4;
    private static final int TIME_LABELS = 12;
    private static final int SECONDS_PER_MINUTE = 60;

    private static final Map<String, String> COLOURS = colours();

    private final Proof proof;
    private final long from;
    private final double span;

    PaymentChart(Proof proof) {
        this.proof = proof;
        this.from = proof.begun().getEpochSecond();
        this.span = Math.max(1, proof.ended().getEpochSecond() - from);
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"payments per second\">%n",
                WIDTH,
                HEIGHT));
        double[] rates = rates();
        double most = 1;
        for (double rate : rates) {
            most = Math.max(most, rate);
        }
        axes(svg, most);
        marks(svg);
        line(svg, rates, most);
        phases(svg);
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private double[] rates() {
        int points = (int) Math.min(MOST_POINTS, span);
        double[] rates = new double[points];
        double secondsPerPoint = span / points;
        for (Rates rate : proof.rates()) {
            int point = (int) ((rate.epochSecond() - from) / secondsPerPoint);
            if (point >= 0 && point < points) {
                rates[point] += rate.captures() / secondsPerPoint;
            }
        }
        return rates;
    }

    private static void line(StringBuilder svg, double[] rates, double most) {
        svg.append("<polyline fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"1\" points=\"");
        for (int point = 0; point < rates.length; point++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    LEFT + (WIDTH - LEFT) * (point + 0.5) / rates.length,
                    FLOOR - (FLOOR - TOP) * rates[point] / most));
        }
        svg.append("\"/>\n");
    }

    private void axes(StringBuilder svg, double most) {
        for (int line = 0; line <= GRID_LINES; line++) {
            double y = FLOOR - (FLOOR - TOP) * line / (double) GRID_LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"0\" y=\"%.1f\">%.0f</text>%n",
                    LEFT,
                    WIDTH,
                    y,
                    y,
                    y + 4,
                    most * line / GRID_LINES));
        }
        for (int label = 0; label < TIME_LABELS; label++) {
            double seconds = span * label / TIME_LABELS;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\">%.1f min</text>%n",
                    x(seconds),
                    FLOOR + 16,
                    seconds / SECONDS_PER_MINUTE));
        }
    }

    private void marks(StringBuilder svg) {
        for (Timeline.Mark mark : proof.marks()) {
            if (!COLOURS.containsKey(mark.kind())) {
                continue;
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-opacity=\"0.6\">"
                            + "<title>%5$s</title></line>%n",
                    x(seconds(mark.at())),
                    TOP,
                    FLOOR,
                    COLOURS.get(mark.kind()),
                    ProofPage.escape(mark.at() + " " + mark.kind() + ": " + mark.what())));
        }
    }

    /** Where each promise begins. */
    private void phases(StringBuilder svg) {
        Map<String, Instant> begun = new LinkedHashMap<>();
        List<Timeline.Mark> marks = proof.marks();
        marks.forEach(mark -> begun.putIfAbsent(mark.promise(), mark.at()));
        begun.forEach((promise, at) -> svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" font-weight=\"bold\">%s</text>%n",
                x(seconds(at)),
                TOP - 8,
                ProofPage.escape(promise))));
    }

    /** Of what happened. */
    private void legend(StringBuilder svg) {
        Set<String> happened = proof.marks().stream().map(Timeline.Mark::kind).collect(Collectors.toSet());
        double x = LEFT;
        for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
            if (!happened.contains(colour.getKey())) {
                continue;
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"3\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x,
                    x + 18,
                    FLOOR + 36,
                    FLOOR + 36,
                    colour.getValue(),
                    x + 24,
                    FLOOR + 40,
                    colour.getKey()));
            x += 110;
        }
    }

    private double x(double seconds) {
        return LEFT + (WIDTH - LEFT) * Math.max(0, Math.min(span, seconds)) / span;
    }

    private double seconds(Instant at) {
        return at.getEpochSecond() - from + at.getNano() / 1e9;
    }

    private static Map<String, String> colours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("kill", "#a3211b");
        colours.put("failpoint", "#d9822b");
        colours.put("pause", "#7a3fa0");
        colours.put("cut", "#0f766e");
        colours.put("hand-over", "#2b7bd9");
        colours.put("loss", "#c2528b");
        colours.put("roll", "#5b6770");
        colours.put("switch-over", "#2f4858");
        colours.put("faults", "#b5a300");
        colours.put("healed", "#1a6b38");
        return colours;
    }
}

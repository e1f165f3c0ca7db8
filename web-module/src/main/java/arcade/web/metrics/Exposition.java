package arcade.web.metrics;

import java.math.BigDecimal;

/** Prometheus' text format, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/. */
final class Exposition {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(16_384);

    /** Before the samples of one name. @param type gauge, counter or histogram */
    void family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /** @param labels {@code name="value",…}, each value {@link #quoted} unless it is a constant; empty: none */
    void sample(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    /** A family of one sample. */
    void single(String name, String type, String help, double value) {
        family(name, type, help);
        sample(name, "", value);
    }

    /** A label's value that may hold any sign. */
    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + '"';
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : "NaN";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

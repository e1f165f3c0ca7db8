package arcade.store;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A store's own colour for buttons, prices and edges, readable on every ground of every look: on light ones as it is chosen, on dark ones
 * lightened as far as needed. Contrast as WCAG 2.2 reckons it (success criterion 1.4.3).
 *
 * @param colour {@code #rrggbb} in lower case
 * @throws IllegalArgumentException no colour, or too light to be read; the message names one that would do
 */
public record Accent(String colour) {
    /** The least contrast of text. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");
    /** The darkest ground of the light looks, and the lightest of the dark ones: site.css, "Looks". */
    private static final Rgb LIGHT_GROUND = Rgb.of("#eff3e7");

    private static final Rgb DARK_GROUND = Rgb.of("#232834");
    private static final Rgb BLACK = Rgb.of("#000000");
    private static final Rgb WHITE = Rgb.of("#ffffff");
    private static final int STEPS = 50;
    private static final int STRONGER = 11;

    public Accent {
        if (!SHAPE.matcher(colour).matches()) {
            throw new IllegalArgumentException("accent: a colour as #rrggbb, not: " + colour);
        }
        Rgb chosen = Rgb.of(colour);
        if (chosen.contrast(LIGHT_GROUND) < LEAST_CONTRAST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "accent: %s has a contrast of %.1f to the page, %.1f are needed; %s would do",
                    colour,
                    chosen.contrast(LIGHT_GROUND),
                    LEAST_CONTRAST,
                    chosen.until(LIGHT_GROUND, BLACK)));
        }
    }

    /** As somebody typed it. */
    public static Accent typed(String colour) {
        return new Accent(colour.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a text from outside is an accent. */
    public static boolean isAccent(String colour) {
        return SHAPE.matcher(colour).matches() && Rgb.of(colour).contrast(LIGHT_GROUND) >= LEAST_CONTRAST;
    }

    /** While the pointer is on it. */
    public String strong() {
        return Rgb.of(colour).towards(BLACK, STRONGER).toString();
    }

    /** On a dark page. */
    public String onDark() {
        return Rgb.of(colour).until(DARK_GROUND, WHITE).toString();
    }

    public String strongOnDark() {
        return Rgb.of(onDark()).towards(WHITE, STRONGER).toString();
    }

    private record Rgb(List<Integer> parts) {
        static Rgb of(String colour) {
            int all = Integer.parseInt(colour.substring(1), 16);
            return new Rgb(List.of(all >> 16, all >> 8 & 0xff, all & 0xff));
        }

        double contrast(Rgb other) {
            double one = luminance();
            double two = other.luminance();
            return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        }

        /** The first on the way to another colour that can be read on the ground. */
        Rgb until(Rgb ground, Rgb end) {
            int step = 0;
            while (towards(end, step).contrast(ground) < LEAST_CONTRAST) {
                step++;
            }
            return towards(end, step);
        }

        Rgb towards(Rgb end, int step) {
            return new Rgb(List.of(part(0, end, step), part(1, end, step), part(2, end, step)));
        }

        private int part(int index, Rgb end, int step) {
            return parts.get(index) + (end.parts.get(index) - parts.get(index)) * Math.min(step, STEPS) / STEPS;
        }

        /** Relative luminance, 0 to 1. */
        private double luminance() {
            return 0.2126 * linear(parts.get(0)) + 0.7152 * linear(parts.get(1)) + 0.0722 * linear(parts.get(2));
        }

        private static double linear(int part) {
            double share = part / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }

        @Override
        public String toString() {
            return "#%02x%02x%02x".formatted(parts.get(0), parts.get(1), parts.get(2));
        }
    }
}

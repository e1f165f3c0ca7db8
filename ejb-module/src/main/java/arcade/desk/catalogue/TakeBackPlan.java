package arcade.desk.catalogue;

import arcade.shared.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What taking an import back does, or would do.
 *
 * @param lines of all its products, the one that was written last first
 */
public record TakeBackPlan(KeptImport of, List<Line> lines) {
    public TakeBackPlan {
        lines = List.copyOf(lines);
    }

    /** What becomes of a product. */
    public enum Outcome {
        /** It is another one than the import made of it, and stays. */
        CHANGED,
        /** An SKU that it had is another product's by now: it stays. */
        SKU_TAKEN,
        /** It is not there any more. */
        GONE,
        /** The import brought it and somebody ordered it: it is taken off sale. */
        HIDDEN,
        /** The import brought it. */
        REMOVED,
        /** It becomes again what it was. */
        RESTORED;

        boolean isStaying() {
            return this == CHANGED || this == SKU_TAKEN || this == GONE;
        }
    }

    /** What of a product becomes another one. */
    public enum Part {
        TITLE,
        TEXTS,
        SHOWN,
        PRICES,
        VARIANTS,
        PICTURES,
        PLACE
    }

    /**
     * One product.
     *
     * @param product its row; 0: it is gone
     * @param place of it in the shop, now
     * @param mark of what it is now
     */
    public record Line(
            long product, String handle, String title, Outcome outcome, Set<Part> parts, int place, String mark) {}

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public long staying() {
        return lines.stream().filter(line -> line.outcome().isStaying()).count();
    }

    /** Nothing of it can be taken back any more. */
    public boolean isNothing() {
        return staying() == lines.size();
    }

    /** The first lines, those that need to be read before the others. */
    public List<Line> first(int most) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::outcome).thenComparing(Line::title))
                .limit(most)
                .toList();
    }

    /**
     * Tells one plan from another: what becomes of each product is what was looked at. Pieces are not in it, because they are sold while
     * somebody looks: they go back as far as they are left at that moment.
     */
    public String fingerprint() {
        Sha256 sum = new Sha256().with(of.number() + "\n");
        lines.forEach(line -> sum.with(line.handle() + " " + line.outcome() + " " + line.mark() + "\n"));
        return sum.hex();
    }
}

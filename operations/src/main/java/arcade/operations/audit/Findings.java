package arcade.operations.audit;

import java.util.ArrayList;
import java.util.List;

/** What the check of one invariant saw. All violations are counted, the first {@value #KEPT} are kept. */
final class Findings {
    static final int KEPT = 100;

    private final List<Violation> kept = new ArrayList<>();
    private int checked;
    private int violations;
    private boolean skipped;

    /**
     * A row that breaks the rule.
     *
     * @param what the sentence for a person
     * @param row the offending row, printed as it is
     */
    record Violation(String what, Record row) {}

    /** One row was looked at. */
    void checked() {
        checked++;
    }

    void broken(String what, Record row) {
        violations++;
        if (kept.size() < KEPT) {
            kept.add(new Violation(what, row));
        }
    }

    /** {@link #broken} unless the rule holds for this row. */
    void require(boolean holds, String otherwise, Record row) {
        if (!holds) {
            broken(otherwise, row);
        }
    }

    /** There was nothing to check it with: neither holds nor broken. */
    void skip() {
        skipped = true;
    }

    int rows() {
        return checked;
    }

    int violations() {
        return violations;
    }

    List<Violation> kept() {
        return List.copyOf(kept);
    }

    String verdict() {
        return violations > 0 ? "BROKEN" : skipped ? "not checked" : "holds";
    }
}

package arcade.operations.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of proving one promise. A violation is the shop's, a mishap the proof's own: neither is ever counted as the other,
 * and with a mishap the promise is not proved.
 */
final class Trial {
    /** 95 %: nothing in n trials means less than 3 in n. */
    private static final double RULE_OF_THREE = 3.0;

    private final String code;
    private final String title;
    private final Map<String, Long> faults = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> mishaps = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();
    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private long trials;
    private String trialWord = "faults";
    private long operations;
    private double seconds;

    /**
     * A time that was promised.
     *
     * @param worst what the table shows as the worst time
     */
    record Aim(String what, double measured, double limit, String unit, boolean worst) {
        boolean met() {
            return measured <= limit;
        }
    }

    Trial(String code, String title) {
        this.code = code;
        this.title = title;
    }

    synchronized void fault(String kind, long count) {
        if (count > 0) {
            faults.merge(kind, count, Long::sum);
        }
    }

    synchronized void violation(String what) {
        violations.add(what);
    }

    synchronized void note(String what) {
        notes.add(what);
    }

    /** The proof itself could not do or see what it had to. */
    synchronized void mishap(String what) {
        mishaps.add(what);
    }

    void mishapUnless(boolean seen, String otherwise) {
        if (!seen) {
            mishap(otherwise);
        }
    }

    synchronized void aim(String what, double measured, double limit, String unit) {
        aims.add(new Aim(what, measured, limit, unit, true));
    }

    /** A list of seconds for the report's page. */
    synchronized void times(String what, List<Double> values) {
        times.put(what, List.copyOf(values));
    }

    /** What the bound is counted in. */
    synchronized void trials(long count, String word) {
        trials = count;
        trialWord = word;
    }

    synchronized void took(long payments, double lasted) {
        operations = payments;
        seconds = lasted;
    }

    synchronized String verdict() {
        if (!violations.isEmpty()) {
            return "BROKEN";
        }
        if (aims.stream().anyMatch(aim -> !aim.met())) {
            return "MISSED";
        }
        return mishaps.isEmpty() && trials > 0 ? "holds" : "not proved";
    }

    synchronized String bound() {
        if (!violations.isEmpty()) {
            return violations.size() + " in " + trials;
        }
        return trials == 0
                ? "nothing was tried"
                : String.format(
                        java.util.Locale.ROOT, "0 in %d %s: < %.2g (95 %%)", trials, trialWord, RULE_OF_THREE / trials);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    synchronized Map<String, Long> faults() {
        return Map.copyOf(faults);
    }

    synchronized long faultCount() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    synchronized List<String> mishaps() {
        return List.copyOf(mishaps);
    }

    synchronized List<Aim> aims() {
        return List.copyOf(aims);
    }

    synchronized Map<String, List<Double>> times() {
        return new LinkedHashMap<>(times);
    }

    synchronized long trials() {
        return trials;
    }

    synchronized long operations() {
        return operations;
    }

    synchronized double seconds() {
        return seconds;
    }
}

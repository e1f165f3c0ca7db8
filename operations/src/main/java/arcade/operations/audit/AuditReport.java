package arcade.operations.audit;

import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the audit found, for a person and for a program. */
final class AuditReport {
    /** More rows of one invariant help nobody; {@code --json} has more of them. */
    private static final int SHOWN = 10;

    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final List<Entry> entries;
    private final Evidence evidence;

    /** One invariant and what its check saw. */
    private record Entry(Invariant invariant, Findings findings) {}

    /** The stable shape of {@code --json}, described in docs/audit.md. */
    private record Document(
            boolean clean, int orders, int payments, int refunds, int movements, List<Item> invariants) {}

    private record Item(
            String code, String rule, int checked, int violations, String verdict, List<Findings.Violation> rows) {}

    private AuditReport(List<Entry> entries, Evidence evidence) {
        this.entries = entries;
        this.evidence = evidence;
    }

    static AuditReport of(Evidence evidence) {
        List<Entry> entries = new ArrayList<>();
        for (Invariant invariant : Invariant.ALL) {
            Findings findings = new Findings();
            invariant.check(evidence, findings);
            entries.add(new Entry(invariant, findings));
        }
        return new AuditReport(entries, evidence);
    }

    boolean clean() {
        return violations() == 0;
    }

    Map<String, Integer> violationsByCode() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        entries.forEach(
                entry -> counts.put(entry.invariant().code(), entry.findings().violations()));
        return counts;
    }

    /** What was found, by code, with the offending row. */
    Map<String, List<String>> sentences() {
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        entries.forEach(entry -> sentences.put(
                entry.invariant().code(),
                entry.findings().kept().stream()
                        .map(violation -> violation.what() + " " + violation.row())
                        .toList()));
        return sentences;
    }

    String json() {
        List<Item> items = entries.stream()
                .map(entry -> new Item(
                        entry.invariant().code(),
                        entry.invariant().rule(),
                        entry.findings().rows(),
                        entry.findings().violations(),
                        entry.findings().verdict(),
                        entry.findings().kept()))
                .toList();
        return JSON.toJson(new Document(
                clean(),
                evidence.shop().orders().size(),
                evidence.shop().payments().size(),
                evidence.shop().refunds().size(),
                evidence.ledger().movements().size(),
                items));
    }

    List<String> lines() {
        Table table = new Table("", "rule", "checked", "broken", "verdict");
        for (Entry entry : entries) {
            Findings findings = entry.findings();
            table.row(
                    entry.invariant().code(),
                    entry.invariant().rule(),
                    findings.rows(),
                    findings.violations(),
                    findings.verdict());
        }
        List<String> lines = new ArrayList<>(table.lines());
        entries.forEach(entry -> lines.addAll(offences(entry)));
        lines.add("");
        lines.add(summary());
        return lines;
    }

    private static List<String> offences(Entry entry) {
        List<String> lines = new ArrayList<>();
        Findings findings = entry.findings();
        if (findings.violations() > 0) {
            lines.add("");
            lines.add(entry.invariant().code() + " is broken: "
                    + entry.invariant().rule());
            findings.kept().stream().limit(SHOWN).forEach(violation -> {
                lines.add("  " + violation.what());
                lines.add("    " + violation.row());
            });
        }
        if (findings.violations() > SHOWN) {
            lines.add("  … and " + (findings.violations() - SHOWN) + " more; the first " + Findings.KEPT
                    + " are in --json");
        }
        return lines;
    }

    private String summary() {
        String seen = evidence.shop().orders().size() + " orders, "
                + evidence.shop().payments().size() + " payments and "
                + evidence.ledger().movements().size() + " movements of money";
        return clean() ? "clean: " + seen : violations() + " violations in " + seen;
    }

    private int violations() {
        return entries.stream().mapToInt(entry -> entry.findings().violations()).sum();
    }
}

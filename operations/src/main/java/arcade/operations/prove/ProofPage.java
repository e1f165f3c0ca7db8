package arcade.operations.prove;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A proof as one page without script and without anything from elsewhere. */
final class ProofPage {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; color: #1c2128; background: #fff; margin: 2rem auto; max-width: 76rem; padding: 0 1rem }
            h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #d5dae1; vertical-align: top }
            td.n { text-align: right; font-variant-numeric: tabular-nums } .good { color: #1a6b38; font-weight: 600 } .bad { color: #a3211b; font-weight: 600 }
            svg { width: 100%; height: auto; display: block } .axis { stroke: #8a93a0 } .grid { stroke: #e3e7ec } text { font: 11px system-ui, sans-serif; fill: #4a5360 }
            pre { background: #f5f7f9; padding: 1rem; overflow: auto; font-size: 13px }
            """;

    private final Proof proof;
    private final ProofReport report;

    ProofPage(Proof proof) {
        this.proof = proof;
        this.report = new ProofReport(proof);
    }

    String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>Proof ")
                .append(proof.plan().seed())
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escape(report.summary()))
                .append("</h1>\n<p>")
                .append(escape(String.format(
                        Locale.ROOT,
                        "%s, %d payments captured in %.1f minutes on %d nodes, release %s, seed %d.",
                        proof.begun(),
                        proof.payments(),
                        proof.minutes(),
                        proof.nodes(),
                        proof.release(),
                        proof.plan().seed())))
                .append("</p>\n");
        promises(page);
        page.append("<h2>Payments captured per second, and what was broken</h2>\n")
                .append(new PaymentChart(proof).svg());
        histograms(page);
        page.append("<h2>In words</h2>\n<pre>")
                .append(escape(String.join("\n", report.lines())))
                .append("</pre>\n<h2>The audit at the end</h2>\n<pre>")
                .append(escape(
                        proof.audit() == null
                                ? "none"
                                : String.join("\n", proof.audit().lines())))
                .append("</pre>\n</body></html>\n");
        return page.toString();
    }

    private void promises(StringBuilder page) {
        page.append("<table><thead><tr><th>Promise</th><th>Faults</th><th>Payments</th><th>Violations</th>")
                .append("<th>Bound</th><th>Worst time</th><th>Verdict</th></tr></thead><tbody>\n");
        for (Trial trial : proof.trials()) {
            boolean good = trial.verdict().equals("holds");
            page.append("<tr><td>")
                    .append(escape(trial.code() + " " + trial.title()))
                    .append("</td><td class=\"n\">")
                    .append(trial.faultCount())
                    .append("</td><td class=\"n\">")
                    .append(trial.operations())
                    .append("</td><td class=\"n\">")
                    .append(trial.violations().size())
                    .append("</td><td>")
                    .append(escape(trial.bound()))
                    .append("</td><td>")
                    .append(escape(ProofReport.worst(trial)))
                    .append("</td><td class=\"")
                    .append(good ? "good" : "bad")
                    .append("\">")
                    .append(escape(trial.verdict()))
                    .append("</td></tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private void histograms(StringBuilder page) {
        for (Trial trial : proof.trials()) {
            for (Map.Entry<String, List<Double>> times : trial.times().entrySet()) {
                histogram(page, trial.code() + ": " + times.getKey(), times.getValue());
            }
        }
        histogram(page, "UNKNOWN until resolved, all promises, s", proof.unknownSeconds());
    }

    private static void histogram(StringBuilder page, String title, List<Double> values) {
        if (!values.isEmpty()) {
            page.append("<h2>")
                    .append(escape(title + " — " + Quantiles.of(values)))
                    .append("</h2>\n")
                    .append(Histogram.svg(values));
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

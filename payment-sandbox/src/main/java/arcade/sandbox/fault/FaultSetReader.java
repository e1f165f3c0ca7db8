package arcade.sandbox.fault;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the set that a test asks for. */
public final class FaultSetReader {
    static final int MAX_RULES = 100;
    private static final long MAX_MILLIS = 600_000;

    private FaultSetReader() {}

    /** @throws IllegalArgumentException naming the field at fault and what it takes */
    public static FaultSet read(String json) {
        Fields body = Fields.parse(json).only("seed", "rules", "webhooks");
        List<Fields> rules = body.list("rules");
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("rules has " + rules.size() + " entries; at most " + MAX_RULES);
        }
        return new FaultSet(
                body.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                rules.stream().map(FaultSetReader::rule).toList(),
                body.object("webhooks").map(FaultSetReader::webhooks).orElse(WebhookRules.NONE));
    }

    private static Rule rule(Fields fields) {
        fields.only("operation", "kind", "probability", "applied", "millis", "status");
        Operation operation = one(fields, "operation", Operation.values(), Operation::label);
        Kind kind = one(fields, "kind", Kind.values(), Kind::label);
        boolean applied = fields.flag("applied", true);
        if (kind.needsAnswer() && !applied) {
            throw fields.wrong("applied", "must be true: " + kind.label() + " spoils an answer");
        }
        return new Rule(
                operation,
                kind,
                fields.probability("probability", 1),
                // Who is told that there are too many requests has not been served.
                applied && kind != Kind.RATE_LIMIT,
                fields.whole("millis", kind.usualMillis(), 0, MAX_MILLIS),
                (int) fields.whole("status", kind.usualStatus(), 200, 599));
    }

    private static WebhookRules webhooks(Fields fields) {
        fields.only("drop", "duplicate", "shuffle", "delayMillis");
        return new WebhookRules(
                fields.probability("drop", 0),
                fields.probability("duplicate", 0),
                fields.probability("shuffle", 0),
                fields.whole("delayMillis", 0, 0, MAX_MILLIS));
    }

    private static <T> T one(Fields fields, String field, T[] values, Function<T, String> label) {
        String given = fields.text(field).orElse("");
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        field,
                        "must be one of " + Arrays.stream(values).map(label).collect(Collectors.joining(", "))));
    }
}

package arcade.operations.network;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine that is cut off from something; there is at most one cut between the same two.
 *
 * @param from a side's word, or the other machine's name
 */
public record Cut(String node, String from, Way way) {
    /** As the filter lists a rule that loses packets. */
    private static final Pattern RULE =
            Pattern.compile("counter packets (\\d+) .*comment \"(\\S+) (\\S+) (out|in|both)\"");

    public Cut(String node, Side side, Way way) {
        this(node, side.word(), way);
    }

    public boolean is(Side side) {
        return from.equals(side.word());
    }

    boolean concerns(Cut other) {
        return node.equals(other.node) && from.equals(other.from);
    }

    /** The comment of its rules, by which it is known again: the filter itself is the only record. */
    String comment() {
        return node + " " + from + " " + way.word();
    }

    /** The cuts of a table as {@code nft list table} prints it. */
    static List<Cut> listed(String table) {
        return RULE.matcher(table)
                .results()
                .map(rule -> new Cut(
                        rule.group(2), rule.group(3), Way.valueOf(rule.group(4).toUpperCase(java.util.Locale.ROOT))))
                .distinct()
                .toList();
    }

    /** How many packets its rules have lost. */
    long lost(String table) {
        long lost = 0;
        for (Matcher rule = RULE.matcher(table); rule.find(); ) {
            lost += (rule.group(2) + " " + rule.group(3) + " " + rule.group(4)).equals(comment())
                    ? Long.parseLong(rule.group(1))
                    : 0;
        }
        return lost;
    }

    @Override
    public String toString() {
        String what = switch (way) {
            case OUT -> "what it sends is lost";
            case IN -> "what is sent to it is lost";
            case BOTH -> "both ways";
        };
        return node + " is cut off from " + from + ", " + what;
    }
}

package arcade.operations.node;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node printed since its start. Payara Micro goes on running, empty, when its application cannot be deployed; only
 * its log tells that from a start that is still under way.
 */
record StartLog(Supplier<String> text) {
    private static final Pattern CAUSE =
            Pattern.compile("(?m)^(?:Caused by: |Internal Exception: |Exception while deploying[^:]*: )(.{1,300})");

    /** True when the server says it is done and, asked after that, has no application: an answer from before says nothing. */
    boolean deploymentFailed(Readiness readiness) {
        return text.get().contains(" ready in ") && !readiness.ready() && readiness.withoutApplication();
    }

    /** The innermost cause it printed. */
    Optional<String> reason() {
        Matcher causes = CAUSE.matcher(text.get());
        return causes.results().reduce((earlier, later) -> later).map(cause -> cause.group(1));
    }
}

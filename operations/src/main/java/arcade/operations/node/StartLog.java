package arcade.operations.node;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Matcher causes =
                CAUSE.matcher(text.get().lines().map(StartLog::spelledOut).collect(Collectors.joining("\n")));
        return causes.results().reduce((earlier, later) -> later).map(cause -> cause.group(1));
    }

    /** The server's lines are JSON objects; before it has read how to log, and when its Java ends, they are not. */
    private static String spelledOut(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonObject logged = JsonParser.parseString(line).getAsJsonObject();
            return Stream.of("message", "error")
                    .filter(logged::has)
                    .map(name -> logged.get(name).getAsString())
                    .collect(Collectors.joining("\n"));
        } catch (JsonParseException | IllegalStateException halfALine) {
            return line;
        }
    }
}

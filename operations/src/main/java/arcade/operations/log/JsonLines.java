package arcade.operations.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HexFormat;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A node's log: each record is one line, a JSON object. Whatever a message or an exception carries, it cannot begin a second line:
 * control characters are escaped. It runs for the server's own records too, before there is an application, so it knows the JDK
 * alone; the application puts the trace id in front.
 */
public final class JsonLines extends Formatter {
    private static final int MOST_CHARACTERS = 16_384;

    private final String node = System.getProperty("arcade.node", "");

    @Override
    public String format(LogRecord logged) {
        StringBuilder line = new StringBuilder(512).append('{');
        member(line, "time", logged.getInstant().toString());
        member(line.append(','), "level", logged.getLevel().getName());
        member(line.append(','), "node", node);
        member(line.append(','), "logger", String.valueOf(logged.getLoggerName()));
        member(line.append(','), "thread", Thread.currentThread().getName());
        member(line.append(','), "message", message(logged));
        if (logged.getThrown() != null) {
            member(line.append(','), "error", stack(logged.getThrown()));
        }
        return line.append("}\n").toString();
    }

    /** The server logs keys; their texts are in its loggers' bundles. */
    private String message(LogRecord logged) {
        if (logged.getResourceBundle() == null && logged.getLoggerName() != null) {
            Logger logger = LogManager.getLogManager().getLogger(logged.getLoggerName());
            if (logger != null) {
                logged.setResourceBundle(logger.getResourceBundle());
            }
        }
        return String.valueOf(formatMessage(logged));
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static void member(StringBuilder line, String name, String value) {
        line.append('"').append(name).append("\":\"");
        int end = Math.min(value.length(), MOST_CHARACTERS);
        for (int i = 0; i < end; i++) {
            escape(line, value.charAt(i));
        }
        line.append(end < value.length() ? "…\"" : "\"");
    }

    private static void escape(StringBuilder line, char sign) {
        switch (sign) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isPlain(sign)) {
                    line.append(sign);
                } else {
                    line.append("\\u").append(HexFormat.of().toHexDigits(sign));
                }
            }
        }
    }

    /** Not what a terminal obeys, and not what some reader takes for the end of a line. */
    private static boolean isPlain(char sign) {
        return !Character.isISOControl(sign) && sign != '\u2028' && sign != '\u2029' && !Character.isSurrogate(sign);
    }
}

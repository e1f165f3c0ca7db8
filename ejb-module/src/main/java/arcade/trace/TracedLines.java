package arcade.trace;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Puts the present trace in front of each line that is a JSON object; other formats stay as they are.
 *
 * <p>Hazard: asks the thread that logs. A handler that formats on a thread of its own gets no trace.
 */
public final class TracedLines extends Formatter {
    private final Formatter lines;

    public TracedLines(Formatter lines) {
        this.lines = lines;
    }

    @Override
    public String format(LogRecord logged) {
        String line = lines.format(logged);
        return line.startsWith("{\"")
                ? Trace.present()
                        .map(trace -> "{\"trace\":\"" + trace + "\"," + line.substring(1))
                        .orElse(line)
                : line;
    }

    /** What writes before and after all lines is the inner format's. */
    @Override
    public String getHead(Handler handler) {
        return lines.getHead(handler);
    }

    @Override
    public String getTail(Handler handler) {
        return lines.getTail(handler);
    }

    Formatter inner() {
        return lines;
    }
}

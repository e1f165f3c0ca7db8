package arcade.web.trace;

import arcade.trace.TracedLines;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Deployed with the release by {@link FollowingARequestIT}. Asked with POST it listens to the log from then on, with PUT it tells what
 * it heard, and by GET it fails.
 */
@WebServlet("/internal/failing-page")
public class FailingServlet extends HttpServlet {
    private static final Logger ROOT = Logger.getLogger("");
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            HEARD.add(getFormatter().format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    static {
        LISTENER.setFormatter(new TracedLines(new Formatter() {
            @Override
            public String format(LogRecord logged) {
                return ("{\"" + logged.getMessage() + " " + logged.getThrown() + "\"}").replaceAll("\\s+", " ");
            }
        }));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        ROOT.addHandler(LISTENER);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ROOT.removeHandler(LISTENER);
        response.getWriter().println("console: " + consoleIsTraced());
        for (String line : HEARD) {
            response.getWriter().println(line);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        throw new IllegalStateException("of a page");
    }

    private static boolean consoleIsTraced() {
        return Arrays.stream(ROOT.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .allMatch(handler -> handler.getFormatter() instanceof TracedLines);
    }
}

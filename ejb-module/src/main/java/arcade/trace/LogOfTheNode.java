package arcade.trace;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** While the shop runs, the server's log tells the trace of each line. Taken back at its end: the server may outlive it. */
@ApplicationScoped
public class LogOfTheNode {
    private static final Logger ROOT = Logger.getLogger("");

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        console(handler -> {
            if (!(handler.getFormatter() instanceof TracedLines)) {
                handler.setFormatter(new TracedLines(handler.getFormatter()));
            }
        });
    }

    @PreDestroy
    void end() {
        console(handler -> {
            if (handler.getFormatter() instanceof TracedLines ours) {
                handler.setFormatter(ours.inner());
            }
        });
    }

    private static void console(Consumer<Handler> each) {
        Arrays.stream(ROOT.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .forEach(each);
    }
}

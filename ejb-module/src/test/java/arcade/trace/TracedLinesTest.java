package arcade.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedLinesTest {
    private static final LogRecord LOGGED = new LogRecord(Level.INFO, "sold");
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";

    @AfterEach
    void nobodysThread() {
        Trace.end();
    }

    @Test
    void theTraceIsTheFirstMember() {
        new Trace(ID).begin();

        assertEquals("{\"trace\":\"" + ID + "\",\"message\":\"sold\"}\n", line("{\"message\":\"sold\"}\n"));
    }

    @Test
    void nobodysWorkHasNone() {
        assertEquals("{\"message\":\"sold\"}\n", line("{\"message\":\"sold\"}\n"));
    }

    @Test
    void anotherFormatStaysAsItIs() {
        new Trace(ID).begin();

        assertEquals("[INFO] {sold}\n", line("[INFO] {sold}\n"));
    }

    private static String line(String inner) {
        return new TracedLines(new Formatter() {
                    @Override
                    public String format(LogRecord logged) {
                        return inner;
                    }
                })
                .format(LOGGED);
    }
}

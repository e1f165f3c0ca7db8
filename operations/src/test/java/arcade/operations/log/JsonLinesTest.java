package arcade.operations.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    @Test
    void aRecordIsAnObject() {
        LogRecord logged = new LogRecord(Level.WARNING, "payment {0}: {1}");
        logged.setParameters(new Object[] {"p1", 7});
        logged.setLoggerName("arcade.till");
        logged.setInstant(Instant.parse("2026-03-01T10:00:00.123Z"));

        JsonObject line = read(logged);

        assertEquals("2026-03-01T10:00:00.123Z", line.get("time").getAsString());
        assertEquals("WARNING", line.get("level").getAsString());
        assertEquals("arcade.till", line.get("logger").getAsString());
        assertEquals("payment p1: 7", line.get("message").getAsString());
        assertEquals(Thread.currentThread().getName(), line.get("thread").getAsString());
        assertFalse(line.has("error"));
    }

    @Test
    void noMessageBeginsASecondLine() {
        String hostile =
                "sold\r\n{\"level\":\"SEVERE\"}\u0085\u2028\u2029\u000b\u001b[31m\"\\\t\u0000\u007fé\uD83D\uDE00";
        LogRecord logged = new LogRecord(Level.INFO, "{0}");
        logged.setParameters(new Object[] {hostile});
        logged.setLoggerName(hostile);
        logged.setThrown(new IllegalStateException(hostile));

        JsonObject line = read(logged);

        assertEquals(hostile, line.get("message").getAsString());
        assertEquals(hostile, line.get("logger").getAsString());
        assertTrue(line.get("error").getAsString().contains(hostile));
    }

    @Test
    void aCauseStandsInTheSameLine() {
        LogRecord logged = new LogRecord(Level.SEVERE, null);
        logged.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

        String error = read(logged).get("error").getAsString();

        assertTrue(error.contains("\nCaused by: java.lang.IllegalArgumentException: inner"), error);
    }

    @Test
    void aLineHasABound() {
        assertTrue(
                lines.format(new LogRecord(Level.INFO, "x".repeat(1_000_000))).length() < 20_000);
    }

    private JsonObject read(LogRecord logged) {
        String text = lines.format(logged);
        assertTrue(text.endsWith("}\n"), text);
        String body = text.substring(0, text.length() - 1);
        assertTrue(body.chars().noneMatch(sign -> Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029));
        return JsonParser.parseString(body).getAsJsonObject();
    }
}

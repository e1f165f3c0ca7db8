package arcade.operations.load;

import arcade.operations.audit.ClientRecord;
import arcade.operations.home.Failure;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes what clients were told, a line each, at once; without a file it writes nothing. For several threads. */
final class Recorder implements AutoCloseable {
    private static final Gson JSON = new Gson();

    private final Path file;
    private final Writer out;

    /** @param file added to; null: nothing is recorded */
    Recorder(Path file) {
        this.file = file;
        try {
            this.out = file == null
                    ? Writer.nullWriter()
                    : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** About to ask. */
    void invoke(String op, String checkoutKey) {
        write(bare(ClientRecord.INVOKE, op, checkoutKey));
    }

    /** The shop said no. */
    void fail(String op, String checkoutKey) {
        write(bare(ClientRecord.FAIL, op, checkoutKey));
    }

    /** No answer: nothing is known. */
    void info(String op, String checkoutKey) {
        write(bare(ClientRecord.INFO, op, checkoutKey));
    }

    /** The shop showed this order: from now on it owes it. */
    void ok(String op, String checkoutKey, JsonObject order) {
        write(new ClientRecord(
                ClientRecord.OK,
                op,
                checkoutKey,
                order.get("token").getAsString(),
                order.get("number").isJsonNull() ? null : order.get("number").getAsLong(),
                order.get("state").getAsString(),
                order.get("totalMinor").getAsLong(),
                order.get("currency").getAsString(),
                lines(order)));
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static List<ClientRecord.Line> lines(JsonObject order) {
        List<ClientRecord.Line> lines = new ArrayList<>();
        for (JsonElement element : order.getAsJsonArray("lines")) {
            JsonObject line = element.getAsJsonObject();
            lines.add(new ClientRecord.Line(
                    line.get("sku").getAsString(),
                    line.get("quantity").getAsLong(),
                    line.get("unitMinor").getAsLong()));
        }
        return lines;
    }

    private static ClientRecord bare(String kind, String op, String checkoutKey) {
        return new ClientRecord(kind, op, checkoutKey, null, null, null, null, null, null);
    }

    private synchronized void write(ClientRecord record) {
        try {
            JsonObject line = JSON.toJsonTree(record).getAsJsonObject();
            line.addProperty("at", System.currentTimeMillis());
            out.write(line + "\n");
            out.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Failure unwritable(IOException e) {
        return new Failure("cannot write the records " + file + ": " + e, "name another file with --records", e);
    }
}

package arcade.operations.cluster;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.node.RollRecord;
import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arcade status}: a row for each machine, and who is the till. Exit 3 when something is missing. */
@Command(
        name = "status",
        description = "Shows every machine and who is the till; exit 3 when one of them is not ready.",
        mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();
    private static final long MEGABYTE = 1024L * 1024;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "As one JSON object; docs/operations.md describes it.")
    private boolean json;

    @Override
    public Integer call() {
        Home folder = home.home();
        View view = new Inspection(folder, folder.cluster()).view();
        if (json) {
            Console.line(JSON.toJson(view));
        } else {
            print(view);
            RollRecord.read(folder).ifPresent(Status::printRoll);
        }
        return view.healthy() ? Exit.DONE : Exit.DEGRADED;
    }

    private static void print(View view) {
        Table table = new Table("NAME", "ROLE", "ADDRESS", "STATE", "RELEASE", "PID", "SESSIONS", "HEAP", "UP", "GRID");
        for (View.Row row : view.machines()) {
            table.row(
                    row.name(),
                    row.role(),
                    row.address(),
                    row.state(),
                    shown(row.release()),
                    shown(row.pid()),
                    shown(row.sessions()),
                    row.heapBytes() == null ? "-" : row.heapBytes() / MEGABYTE + " MB",
                    row.uptimeSeconds() == null ? "-" : age(row.uptimeSeconds()),
                    shown(row.gridMembers()));
        }
        table.lines().forEach(Console::line);
        View.Till till = view.till();
        Console.line("");
        Console.line(
                till.holder() == null
                        ? "till: nobody holds it; orders wait, nothing is lost"
                        : "till: " + till.holder() + ", epoch " + till.epoch() + ", since " + till.since());
        if (view.replication() != null) {
            Console.line(view.replication().sentence());
        }
        view.cuts().forEach(Status::printCut);
    }

    private static void printRoll(RollRecord roll) {
        Console.line(roll.command() + " from " + roll.from() + " to " + roll.to() + " is at " + roll.node()
                + "; if no such command runs, './arcade up' goes on from there");
    }

    private static void printCut(View.CutOff cut) {
        Console.line(
                "cut: " + cut.node() + " and " + cut.side() + ", way " + cut.way() + "; './arcade heal' joins them");
    }

    private static String shown(Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String age(long seconds) {
        if (seconds >= HOUR) {
            return String.format(Locale.ROOT, "%d h %02d m", seconds / HOUR, seconds % HOUR / MINUTE);
        }
        return seconds >= MINUTE
                ? String.format(Locale.ROOT, "%d m %02d s", seconds / MINUTE, seconds % MINUTE)
                : seconds + " s";
    }
}

package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Api;
import arcade.system.harness.Chromium;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import arcade.system.harness.Tab;
import arcade.system.harness.Waiting;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Payara's own console: opened late, by nobody waited for, and shown the whole grid. Before the proof, which cuts nodes off: the console
 * does not list a node that has come back to the grid until it is restarted.
 */
@OnTheCluster
@Order(880)
class AdminConsoleIT {
    /** It comes up with low priority, on a machine that may have better to do. */
    private static final Duration OPEN_WITHIN = Duration.ofMinutes(20);

    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(3);
    private static final int LOADED_WITHIN_MILLIS = 120_000;
    private static final Pattern TITLE_WITH_COUNT = Pattern.compile("Payara Micro Instances \\(\\d+\\)");

    @Test
    void showsEveryNodeWithItsApplicationAndHoldsNothingOfTheShop(Cluster cluster) {
        cluster.whole();
        try (Chromium chromium = Chromium.launch()) {
            Outcome up = cluster.up("--console").expect(0);
            String last = up.out().strip().lines().reduce((one, next) -> next).orElse("");
            assertTrue(last.startsWith("ready: "), up::toString);
            assertFalse(row(cluster).get("state").getAsString().equals("ready"), "'up' waited for the console");
            buy(cluster);

            Waiting.until(
                    "the console is open",
                    OPEN_WITHIN,
                    () -> row(cluster).get("state").getAsString().equals("ready"));
            int sessions = sessions(cluster);
            try (Tab tab = chromium.open(1280, true)) {
                signIn(tab.page(), cluster);
                showTheDataGrid(tab.page());
                Waiting.until("the console shows every node", SHOWN_WITHIN, () -> showsAll(tab.page(), cluster));
                tab.picture(Path.of("target/admin-console.png"));
            }
            assertTrue(sessions(cluster) <= sessions, "an admin's session among the shoppers'");
            for (JsonObject node : nodes(cluster)) {
                assertEquals(
                        cluster.nodes().size() + 1, node.get("gridMembers").getAsInt(), "the nodes and the console");
            }
            cluster.arcade("doctor").expect(0);
            buy(cluster);
            cluster.up("--no-console").expect(0);
        }
    }

    private static List<JsonObject> nodes(Cluster cluster) {
        return cluster.status().getAsJsonArray("machines").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(machine -> machine.get("role").getAsString().equals("node"))
                .toList();
    }

    private static int sessions(Cluster cluster) {
        return nodes(cluster).stream()
                .mapToInt(node -> node.get("sessions").getAsInt())
                .sum();
    }

    private static void signIn(Page page, Cluster cluster) {
        page.setDefaultTimeout(LOADED_WITHIN_MILLIS);
        page.navigate(row(cluster).get("address").getAsString());
        page.locator("input[name=j_username]").fill("admin");
        page.locator("input[name=j_password]").fill(cluster.secret("admin.console.password"));
        page.locator("input[type=submit]").first().click();
        page.getByText("Common Tasks").first().waitFor();
    }

    /** The page of the settings comes first, and speaks of Payara Micro instances, too. */
    private static void showTheDataGrid(Page page) {
        text(page, "Data Grid").click();
        text(page, "Domain Wide Data Grid Configuration").waitFor();
        text(page, "Data Grid Instances").click();
        page.getByText(TITLE_WITH_COUNT).waitFor();
    }

    private static Locator text(Page page, String exactly) {
        return page.getByText(exactly, new Page.GetByTextOptions().setExact(true))
                .first();
    }

    /** A node whose beat the console has not heard yet is missing from this page, until it is opened again. */
    private static boolean showsAll(Page page, Cluster cluster) {
        boolean all = cluster.nodes().stream().allMatch(node -> {
            Locator told = row(page, "Payara Micro Instances", node.name());
            return told.count() > 0 && told.innerText().matches("(?s).*\\bnode\\b.*");
        });
        if (!all) {
            page.reload();
            page.getByText("Common Tasks").first().waitFor();
            showTheDataGrid(page);
        }
        return all;
    }

    /** The row of this node in the table with this title. */
    private static Locator row(Page page, String table, String node) {
        return page.locator("table", new Page.LocatorOptions().setHasText(table))
                .last()
                .locator("tr", new Locator.LocatorOptions().setHasText(node))
                .last();
    }

    private static JsonObject row(Cluster cluster) {
        for (JsonElement each : cluster.status().getAsJsonArray("machines")) {
            if (each.getAsJsonObject().get("role").getAsString().equals("admin")) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no admin console in " + cluster.status());
    }

    private static void buy(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        String order = api.post("checkouts", Api.key(), Api.checkout(api.cart("MUG-SAGE", 1), "pm_card_visa"))
                .text("token");
        api.awaitOrder(order, "PAID", Duration.ofSeconds(60));
    }
}

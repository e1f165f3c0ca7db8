package arcade.system.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** What is true of every page: it fits its width, and axe finds nothing wrong with it. */
public final class Checks {
    private final Cluster cluster;
    private final int width;
    private final boolean scripts;
    private final List<String> found = new ArrayList<>();

    public Checks(Cluster cluster, int width, boolean scripts) {
        this.cluster = cluster;
        this.width = width;
        this.scripts = scripts;
    }

    public void look(Tab tab, String name) {
        Page page = tab.page();
        page.waitForLoadState(LoadState.LOAD);
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertTrue(wide <= width, () -> name + " is " + wide + " px wide");
        if (scripts) {
            tab.picture(cluster.home().resolveSibling("pictures").resolve(name + "-" + width + ".png"));
            for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
                found.add(name + ": " + rule.getId() + ", " + rule.getHelp() + " "
                        + rule.getNodes().get(0).getHtml());
            }
        }
    }

    public void expectNothingFound() {
        assertEquals(List.of(), found);
    }
}

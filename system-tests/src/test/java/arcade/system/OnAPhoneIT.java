package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.system.harness.Cluster;
import arcade.system.harness.Figure;
import arcade.system.harness.Lighthouse;
import arcade.system.harness.Lighthouse.Look;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages every purchase passes, as Lighthouse sees them on a phone of the middle class and a slow line, through the router.
 * One look is enough where all is well; where it is not, the median of three counts, for the machine may have been busy. With
 * {@code -Darcade.long=true} it is always the median of five.
 */
@OnTheCluster
@Order(18)
class OnAPhoneIT {
    private static final boolean LONG = Boolean.getBoolean("arcade.long");

    private static Lighthouse lighthouse;

    @BeforeAll
    static void install() {
        lighthouse = Lighthouse.installed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/kitchen-table", "/p/stoneware-mug", "/cart"})
    void thePageIsThereAtOnceAndFitForEverybody(String path, Cluster cluster) {
        look(path, cluster.shop("arcade") + path, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = "/cart")
    void soItIsWithSomethingInIt(String path, Cluster cluster) {
        Shopper shopper = new Shopper(cluster.shop("arcade"));
        Purchase purchase = new Purchase(shopper, "phone@example.com");
        purchase.browse("stoneware-mug");
        purchase.addToCart(2);
        look(path + ", filled", cluster.shop("arcade") + path, shopper.cookies());
    }

    private static void look(String name, String address, Map<String, String> cookies) {
        List<Look> looks = new ArrayList<>();
        int enough = LONG ? 5 : 1;
        while (looks.size() < enough) {
            looks.add(lighthouse.at(address, cookies));
            if (looks.size() == 1 && !LONG && !missed(looks).isEmpty()) {
                enough = 3;
            }
        }
        System.out.println("FIGURE " + name + ": "
                + Arrays.stream(Figure.values())
                        .map(figure -> figure.told(median(looks, figure)))
                        .collect(Collectors.joining(", ")));
        assertEquals(
                List.of(),
                missed(looks),
                () -> name + " after " + looks.size() + " looks: "
                        + looks.get(0).complaints());
    }

    private static List<String> missed(List<Look> looks) {
        return Arrays.stream(Figure.values())
                .filter(figure -> !figure.holds(median(looks, figure)))
                .map(figure -> figure.told(median(looks, figure)))
                .toList();
    }

    private static double median(List<Look> looks, Figure figure) {
        return looks.stream().mapToDouble(look -> look.of(figure)).sorted().toArray()[looks.size() / 2];
    }
}

package arcade.operations.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.operations.router.RouterControl.Traffic;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficOfANodeTest {
    /** The columns that are read, in HAProxy's order, others between them left out. */
    private static final String STAT = """
            # pxname,svname,qcur,scur,stot,econ,eresp,wretr,wredis,status,hrsp_4xx,hrsp_5xx,
            shops,FRONTEND,,9,900,,,,,OPEN,40,50,
            pages,node1,1,2,100,1,2,3,4,UP 1/2,7,5,
            pages,node2,0,0,200,0,0,0,0,MAINT,0,0,
            pages,BACKEND,1,2,300,1,2,3,4,UP,7,5,
            api,node1,0,1,50,0,0,0,0,UP 1/2,2,1,

            """;

    private final Map<String, Traffic> nodes = RouterControl.read(STAT);

    @Test
    void sumsOfTheRouterAreNoNodes() {
        assertEquals(Set.of("node1", "node2"), nodes.keySet());
    }

    @Test
    void allBackendsOfANodeCount() {
        assertEquals(new Traffic(150, 16, 9, 4, "UP 1/2"), nodes.get("node1"));
    }

    @Test
    void aNodeThatIsOutHasNothingInFlight() {
        assertEquals(new Traffic(200, 0, 0, 0, "MAINT"), nodes.get("node2"));
    }

    @Test
    void whatCameSinceIsTheDifference() {
        Traffic earlier = new Traffic(140, 10, 9, 0, "UP");

        assertEquals(new Traffic(10, 6, 0, 4, "UP 1/2"), nodes.get("node1").since(earlier));
    }
}

package arcade.sandbox.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThrowingDiceTest {
    private static final int CALLS = 100;
    private static final int MANY = 2_000;

    @Test
    void theSameSeedBringsTheSameFaults() {
        assertEquals(captures(faults(42), CALLS), captures(faults(42), CALLS));
    }

    @Test
    void anotherSeedBringsOthers() {
        assertNotEquals(captures(faults(42), CALLS), captures(faults(43), CALLS));
    }

    @Test
    void replacingTheSetThrowsFromTheStart() {
        Faults faults = faults(42);
        List<Optional<Kind>> first = captures(faults, CALLS);

        faults.replace(faults.set());

        assertEquals(first, captures(faults, CALLS));
    }

    @Test
    void otherOperationsDoNotChangeTheLuck() {
        Faults busy = faults(42);
        List<Optional<Kind>> among = Stream.generate(() -> {
                    busy.on(Operation.CONFIRM);
                    busy.delivery();
                    return busy.on(Operation.CAPTURE).kind();
                })
                .limit(CALLS)
                .toList();

        assertEquals(captures(faults(42), CALLS), among);
    }

    @Test
    void aRuleStrikesAsOftenAsItSays() {
        long timeouts = captures(faults(42), MANY).stream()
                .filter(kind -> kind.equals(Optional.of(Kind.TIMEOUT)))
                .count();

        assertEquals(MANY * 0.2, timeouts, MANY * 0.03);
    }

    @Test
    void ofTwoThatHitTheFirstCounts() {
        Faults faults = new Faults();
        faults.replace(set("{\"operation\":\"*\",\"kind\":\"close\"},{\"operation\":\"capture\",\"kind\":\"html\"}"));

        assertEquals(Optional.of(Kind.CLOSE), faults.on(Operation.CAPTURE).kind());
    }

    @Test
    void aLatencyCombinesWithAnother() {
        Faults faults = new Faults();
        faults.replace(set("{\"operation\":\"*\",\"kind\":\"latency\",\"millis\":70},"
                + "{\"operation\":\"*\",\"kind\":\"latency\",\"millis\":30,\"applied\":false},"
                + "{\"operation\":\"capture\",\"kind\":\"html\"}"));

        Fault fault = faults.on(Operation.CAPTURE);

        assertEquals(Optional.of(Kind.HTML), fault.kind());
        assertEquals(70, fault.millisAfter());
        assertEquals(30, fault.millisBefore());
    }

    @Test
    void eventsAreLostDoubledAndHeldBackBySeed() {
        List<Delivery> first = deliveries(42);

        assertEquals(first, deliveries(42));
        assertNotEquals(first, deliveries(43));
        assertTrue(first.contains(Delivery.NEVER));
        assertTrue(first.stream().anyMatch(each -> each.afterMillis().size() == 2));
        assertTrue(first.stream().anyMatch(each -> each.equals(Delivery.at(20L))));
        assertTrue(first.stream().flatMap(each -> each.afterMillis().stream()).anyMatch(millis -> millis > 500));
    }

    private static List<Delivery> deliveries(long seed) {
        Faults faults = new Faults();
        faults.replace(new FaultSet(seed, List.of(), new WebhookRules(0.1, 0.2, 0.5, 20)));
        return Stream.generate(faults::delivery).limit(CALLS).toList();
    }

    private static Faults faults(long seed) {
        Faults faults = new Faults();
        FaultSet two = set("{\"operation\":\"capture\",\"kind\":\"timeout\",\"probability\":0.2},"
                + "{\"operation\":\"*\",\"kind\":\"error\",\"probability\":0.1}");
        faults.replace(new FaultSet(seed, two.rules(), two.webhooks()));
        return faults;
    }

    private static FaultSet set(String rules) {
        return FaultSetReader.read("{\"rules\":[" + rules + "]}");
    }

    private static List<Optional<Kind>> captures(Faults faults, int calls) {
        return Stream.generate(() -> faults.on(Operation.CAPTURE).kind())
                .limit(calls)
                .toList();
    }
}

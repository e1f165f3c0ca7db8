package arcade.till.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.till.book.PaymentBook;
import arcade.till.lease.Shift;
import arcade.till.testing.RecordedGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final FencingToken TOKEN = new FencingToken("payments", 7, "node1:first");
    private static final String EMPTY = "{\"object\":\"list\",\"data\":[],\"has_more\":false}";

    private final Shift shift = new Shift(Optional::empty, token -> {});
    private final List<Boolean> told = new ArrayList<>();
    private final List<Runnable> probes = new ArrayList<>();

    @Test
    void aFewSilencesAreNoReasonToStop() {
        Circuit circuit = circuit(RecordedGateway.silent());
        silent(9);

        assertFalse(circuit.isOpen(TOKEN));
        assertEquals(List.of(true), told);
    }

    @Test
    void oneAnswerAmongManySilencesKeepsItClosed() {
        Circuit circuit = circuit(RecordedGateway.silent());
        silent(9);
        shift.heard(true);
        silent(9);

        assertFalse(circuit.isOpen(TOKEN));
    }

    @Test
    void tenSilencesInARowOpenItAndTheShopperIsTold() {
        Circuit circuit = circuit(RecordedGateway.silent());
        assertFalse(circuit.isOpen(TOKEN));
        silent(10);

        assertTrue(circuit.isOpen(TOKEN));
        assertTrue(circuit.isOpen(TOKEN));
        assertEquals(List.of(true, false), told);
    }

    @Test
    void aProbeThatMovesNothingFindsOutThatTheGatewayIsBack() {
        RecordedGateway wire = RecordedGateway.answering(200, EMPTY);
        Circuit circuit = circuit(wire);
        silent(10);
        assertTrue(circuit.isOpen(TOKEN));

        probes.forEach(Runnable::run);

        assertFalse(circuit.isOpen(TOKEN));
        assertEquals(List.of("GET /v1/payment_intents without key"), wire.calls);
        assertEquals(List.of(false, true), told);
    }

    @Test
    void aProbeWithoutAnAnswerLeavesItOpen() {
        Circuit circuit = circuit(RecordedGateway.answering(503, "<html>Maintenance</html>"));
        silent(10);
        assertTrue(circuit.isOpen(TOKEN));

        probes.forEach(Runnable::run);

        assertTrue(circuit.isOpen(TOKEN));
        assertEquals(1, probes.size());
    }

    @Test
    void aNewTillTellsAnewWhatItSees() {
        Circuit circuit = circuit(RecordedGateway.silent());
        circuit.isOpen(TOKEN);
        circuit.isOpen(new FencingToken("payments", 8, "node1:first"));

        assertEquals(List.of(true, true), told);
    }

    private void silent(int times) {
        for (int i = 0; i < times; i++) {
            shift.heard(false);
        }
    }

    private Circuit circuit(RecordedGateway wire) {
        PaymentBook book = new PaymentBook() {
            @Override
            public void gatewayAnswers(FencingToken token, boolean answers) {
                told.add(answers);
            }
        };
        return new Circuit(shift, wire.gateway(), book, task -> {
            probes.add(task);
            return new Thread();
        });
    }
}

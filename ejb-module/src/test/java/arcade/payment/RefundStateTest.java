package arcade.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefundStateTest {
    @Test
    void theTableOfLegalTransitionsSaysTheSame() throws IOException {
        TreeSet<String> inCode = Arrays.stream(RefundState.values())
                .flatMap(from -> from.successors().stream().map(to -> from + " -> " + to))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", inCode), String.join("\n", LegalPairs.of("legal_refund_transition")));
    }
}

package arcade.system.cards;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A process with a session in its memory, serialized as a grid keeps it. What is in the session comes by standard input. */
final class HoldsASession {
    private HoldsASession() {}

    public static void main(String[] none) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        ByteArrayOutputStream grid = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(grid)) {
            out.writeObject(new HashMap<>(Map.of("cart", "c4rt", "typed", in.readLine())));
        }
        byte[] session = grid.toByteArray();
        System.out.println("held");
        // Until standard input ends.
        while (in.readLine() != null && session.length > 0) {}
    }
}

package arcade.system.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookingForCardNumbersTest {
    private static final String VISA = "4242424242424242";
    private static final KnownNumber MASTERCARD = new KnownNumber("5555555555554444");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "\"number\":\"4242 4242 4242 4242\",",
                "card=4242-4242-4242-4242&cvc=123",
                "[4000000000000002]",
                "5555555555554444 was declined",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "6011111111111117",
                "3566002020360505",
                "6200000000000005",
                "4222222222222",
                "12 4242424242424242 12"
            })
    void aNumberOfACardIsFound(String text) {
        assertEquals(1, CardNumbers.in(text).size(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The last digit is wrong.
                "4242424242424243",
                // A moment in milliseconds, with the right last digit.
                "\"TimeMillis\":\"1763759040005\"",
                // Of a token, a hash, a fraction.
                "a4242424242424242",
                "4242424242424242f",
                "0.4242424242424242",
                // Too short, too long.
                "424242424242",
                "42424242424242424242",
                // In groups that no card has.
                "42 42424242424242",
                "2026-11-22 00:12:07.424242",
                // Right in its last digit, but issued by nobody.
                "1000000000000008"
            })
    void whatIsNoNumberOfACardIsNot(String text) {
        assertEquals(List.of(), CardNumbers.in(text));
    }

    @Test
    void everyTenthNumberIsRightInItsLastDigit() {
        long right = java.util.stream.IntStream.range(0, 10)
                .filter(last -> CardNumbers.isRightInItsLastDigit("176375904000" + last))
                .count();

        assertEquals(1, right);
    }

    @Test
    void aKnownNumberIsFoundWhereverItStands() throws IOException {
        for (String text : List.of(
                "5555555555554444",
                "x5555555555554444x",
                "5555 5555-5555 4444",
                "55555555555554444",
                "5 5 5 5 5 5 5 5 5 5 5 5 4 4 4 4")) {
            assertTrue(isIn(text.getBytes(StandardCharsets.US_ASCII)), text);
            assertTrue(isIn(text.getBytes(StandardCharsets.UTF_16LE)), text);
            assertTrue(isIn(("\u0000\u0001" + text).getBytes(StandardCharsets.UTF_16BE)), text);
        }
        for (String text : List.of(
                "555555555555444",
                "5555555555554443",
                "5555  5555 5555 4444",
                "5555.5555.5555.4444",
                "55555555.55554444")) {
            assertFalse(isIn(text.getBytes(StandardCharsets.US_ASCII)), text);
        }
    }

    @Test
    void inALogWithItsLine(@TempDir Path folder) throws IOException {
        Path log = Files.createDirectories(folder.resolve("log")).resolve("node1.log");
        Files.write(
                log,
                "started\nGET /orders?number=5555%205555\n\u00fc 4242 4242 4242 4242\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("log/router.log"), "id=5555555555554444x\n");

        List<String> found = new Places(List.of(MASTERCARD.digits())).logs(folder);

        assertEquals(
                List.of("node1.log:3", "router.log:1"), found.stream().sorted().toList());
    }

    /** Of the number only the other process knows: it comes to it by a pipe. */
    @Test
    void inASessionInTheMemoryOfAProcess(@TempDir Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process holder = new ProcessBuilder(
                        java,
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of("target/test-classes").toAbsolutePath().toString(),
                        HoldsASession.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = holder.outputWriter(StandardCharsets.US_ASCII);
                var out = holder.inputReader(StandardCharsets.US_ASCII)) {
            in.write(VISA + "\n");
            in.flush();
            assertEquals("held", out.readLine());

            Places looked = new Places(List.of("4000000000000002", VISA));
            assertEquals(List.of("memory of node1"), looked.memory("node1", holder.pid(), folder));
            assertEquals(List.of(), new Places(List.of("4000000000000002")).memory("node1", holder.pid(), folder));
            assertEquals(0, folder.toFile().list().length);
        } finally {
            holder.destroy();
        }
    }

    private static boolean isIn(byte[] bytes) throws IOException {
        return MASTERCARD.isIn(new ByteArrayInputStream(bytes));
    }
}

package arcade.till.gateway;

import static arcade.payment.PaymentState.CAPTURING;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.PaymentRow;
import arcade.till.testing.APayment;
import arcade.trace.Trace;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through a socket instead of an answer: the call is sent once, and nobody knows what became of it. */
class AnswersOnTheWireTest {
    private static final PaymentRow PAYMENT =
            APayment.byToken().in(CAPTURING).withIntent("pi_1").row();
    private static final String TAKEN = "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"succeeded\","
            + "\"amount\":1800,\"amount_received\":1800,\"currency\":\"eur\",\"metadata\":{\"payment\":\""
            + PAYMENT.ref()
            + "\"}}";
    private static final int HUGE = 2 * 1024 * 1024;

    private final ExecutorService side = Executors.newSingleThreadExecutor();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private ServerSocket door;

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        side.shutdownNow();
    }

    @Test
    void aWholeAnswerIsRead() throws Exception {
        assertInstanceOf(Answer.Captured.class, answeredWith(head(200, TAKEN.length()) + TAKEN));
    }

    @Test
    void aCallCarriesTheTraceOfTheRequestItBelongsTo() throws Exception {
        Trace trace = Trace.random();

        trace.during(() -> assertDoesNotThrow(() -> answeredWith(head(200, TAKEN.length()) + TAKEN)));

        assertTrue(heads.get(0).toLowerCase(Locale.ROOT).contains("\r\ntraceparent: 00-" + trace + "-"), heads.get(0));
    }

    @Test
    void aCallOfNobodysCarriesNone() throws Exception {
        answeredWith(head(200, TAKEN.length()) + TAKEN);

        assertFalse(heads.get(0).toLowerCase(Locale.ROOT).contains("traceparent"), heads.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 120})
    void halfABodyIsUnknown(int bytes) throws Exception {
        assertInstanceOf(Answer.Unknown.class, answeredWith(head(200, TAKEN.length()) + TAKEN.substring(0, bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 502, 503})
    void aPageIsUnknown(int status) throws Exception {
        String page = "<!doctype html><title>Bad gateway</title>";

        assertInstanceOf(Answer.Unknown.class, answeredWith(head(status, page.length()) + page));
    }

    @Test
    void anAnswerThatIsTooLongIsUnknown() throws Exception {
        String longer = " ".repeat(HUGE) + TAKEN;

        assertInstanceOf(Answer.Unknown.class, answeredWith(head(200, longer.length()) + longer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "SSH-2.0-OpenSSH_9.6\r\n\r\n"})
    void whatIsNoAnswerIsUnknown(String bytes) throws Exception {
        assertInstanceOf(Answer.Unknown.class, answeredWith(bytes));
    }

    /** Each drop comes in time; all of them together do not. */
    @Test
    void anAnswerThatComesDropByDropEndsWithItsTime() throws Exception {
        side.submit(() -> drip(head(200, TAKEN.length()) + TAKEN));
        StripeClient client = StripeClient.builder()
                .setApiKey("sk_test")
                .setApiBase("http://127.0.0.1:" + door.getLocalPort())
                .setReadTimeout(300)
                .setMaxNetworkRetries(0)
                .setHttpClient(new GatewayConnection())
                .build();

        StripeException late = assertThrows(
                ApiConnectionException.class, () -> client.v1().paymentIntents().retrieve("pi_1"));

        assertTrue(late.getMessage().contains("takes too long"), late::getMessage);
    }

    private Void drip(String bytes) throws Exception {
        try (Socket client = door.accept()) {
            readHead(client.getInputStream());
            for (byte drop : bytes.getBytes(StandardCharsets.UTF_8)) {
                client.getOutputStream().write(drop);
                client.getOutputStream().flush();
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        return null;
    }

    private Answer answeredWith(String bytes) throws Exception {
        Future<Integer> connections = side.submit(() -> serve(bytes));
        Gateway gateway = new Gateway("http://127.0.0.1:" + door.getLocalPort(), "sk_test", new GatewayConnection());

        Answer answer = gateway.perform(Operation.CAPTURE, PAYMENT);

        door.close();
        assertEquals(1, connections.get(), "sent again");
        return answer;
    }

    /** Answers every request alike and hangs up; until the door is closed. How many came? */
    private int serve(String bytes) {
        int requests = 0;
        while (true) {
            try (Socket client = door.accept()) {
                requests++;
                readHead(client.getInputStream());
                OutputStream out = client.getOutputStream();
                out.write(bytes.getBytes(StandardCharsets.UTF_8));
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                if (door.isClosed()) {
                    return requests;
                }
            }
        }
    }

    private void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        heads.add(head.toString());
    }

    private static String head(int status, int length) {
        return "HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + length + "\r\n\r\n";
    }
}

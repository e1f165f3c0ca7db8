package arcade.sandbox.mail;

import jakarta.mail.MessagingException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail and sends none on. The newest {@value #MOST} are kept, in memory. */
public final class MailCatcher implements AutoCloseable {
    static final int MOST = 500;

    private static final int LARGEST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_CONNECTIONS = 64;

    private final Clock clock;
    private final SMTPServer server;
    private final Deque<CaughtMail> caught = new ArrayDeque<>();
    private long count;

    private MailCatcher(InetAddress bind, int port, Clock clock) {
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(bind)
                .maxMessageSize(LARGEST_BYTES)
                .maxConnections(MOST_CONNECTIONS)
                .softwareName("Arcade's mail catcher")
                .messageHandler(this::take)
                .build();
    }

    /** @param port 0 for any free one; @throws IllegalStateException when it cannot be had */
    public static MailCatcher open(InetAddress bind, int port, Clock clock) {
        MailCatcher catcher = new MailCatcher(bind, port, clock);
        try {
            catcher.server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot listen for mail on " + bind.getHostAddress() + ":" + port + " (" + e.getMessage()
                            + "); stop what uses it or choose another --mail-port",
                    e);
        }
        return catcher;
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Newest first. */
    synchronized List<CaughtMail> newest() {
        return new ArrayList<>(caught);
    }

    synchronized Optional<CaughtMail> find(long number) {
        return caught.stream().filter(mail -> mail.number() == number).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(MessageContext context, String from, String recipient, byte[] raw) throws RejectException {
        try {
            keep(recipient, raw);
        } catch (MessagingException e) {
            throw new RejectException(554, "this is no mail: " + e.getMessage());
        }
    }

    private synchronized void keep(String recipient, byte[] raw) throws MessagingException {
        caught.addFirst(CaughtMail.read(count + 1, clock.instant(), recipient, raw));
        count++;
        if (caught.size() > MOST) {
            caught.removeLast();
        }
    }
}

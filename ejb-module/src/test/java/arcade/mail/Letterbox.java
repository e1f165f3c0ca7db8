package arcade.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on a free port of this machine, that keeps what it takes. */
final class Letterbox implements AutoCloseable {
    /** Nobody has this address, at any server. */
    static final String NOBODY = "nobody@example.com";

    /** The server has no room for this one just now. */
    static final String FULL = "full@example.com";

    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    Letterbox() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    MailServer address() {
        return new MailServer(
                "127.0.0.1", server.getPortAllocated(), MailServer.Security.NONE, "", "", "shop@example.com");
    }

    List<MimeMessage> taken() {
        return List.copyOf(taken);
    }

    List<MimeMessage> takenFor(String recipient) {
        return taken.stream().filter(message -> is(message, recipient)).toList();
    }

    /** The words of a letter: as text, and as HTML. */
    static List<String> parts(MimeMessage message) throws MessagingException, IOException {
        Multipart both = (Multipart) message.getContent();
        if (both.getContentType().startsWith("multipart/mixed")) {
            both = (Multipart) both.getBodyPart(0).getContent();
        }
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < both.getCount(); part++) {
            parts.add(((String) both.getBodyPart(part).getContent()).replace("\r\n", "\n"));
        }
        return parts;
    }

    /** The file that comes with it. */
    static BodyPart attachment(MimeMessage message) throws MessagingException, IOException {
        return ((Multipart) message.getContent()).getBodyPart(1);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean is(MimeMessage message, String recipient) {
        try {
            return message.getAllRecipients()[0].toString().equals(recipient);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Handler implements MessageHandler {
        Handler(MessageContext context) {}

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) throws RejectException {
            if (address.equals(NOBODY)) {
                throw new RejectException(550, "no such mailbox");
            }
            if (address.equals(FULL)) {
                throw new RejectException(452, "no room left");
            }
        }

        @Override
        public String data(InputStream data) throws IOException {
            try {
                taken.add(new MimeMessage(Session.getInstance(new Properties()), data));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}

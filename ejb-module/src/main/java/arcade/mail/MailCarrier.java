package arcade.mail;

import arcade.shared.Sha256;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A connection to the mail server, for several letters one after the other. */
final class MailCarrier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MailCarrier.class.getName());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int ID_DIGITS = 24;

    private final MailServer server;
    private final Session session;
    private final Transport transport;

    MailCarrier(MailServer server) throws MessagingException {
        this.server = server;
        this.session = server.session();
        this.transport = session.getTransport("smtp");
        transport.connect(
                server.host(),
                server.port(),
                server.user().isEmpty() ? null : server.user(),
                server.user().isEmpty() ? null : server.password());
    }

    /** The recipient's address is refused for good: no other try will do better. */
    static final class RecipientRefused extends MessagingException {
        RecipientRefused(Exception why) {
            super(why.getMessage(), why);
        }
    }

    /** Returns when the server has taken it. */
    void send(QueuedMail mail, Letter letter, String text, String html) throws MessagingException {
        try {
            InternetAddress to = new InternetAddress(mail.recipient(), true);
            transport.sendMessage(message(mail, letter, text, html, to), new Address[] {to});
        } catch (AddressException e) {
            throw new RecipientRefused(e);
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
                throw new RecipientRefused(e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "the server closed the connection first", e);
        }
    }

    private MimeMessage message(QueuedMail mail, Letter letter, String text, String html, InternetAddress to)
            throws MessagingException {
        String id = id(mail);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(sender(letter));
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(new Date());
        // Nobody's absence is to answer a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.locale().toLanguageTag());
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text, "plain"));
        both.addBodyPart(part(html, "html"));
        message.setContent(
                letter.attachment().isPresent() ? with(both, letter.attachment().get()) : both);
        message.saveChanges();
        return message;
    }

    private static MimeMultipart with(MimeMultipart words, Letter.Attachment file) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setContent(words);
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
        attached.setFileName(file.name());
        attached.setDisposition(Part.ATTACHMENT);
        MimeMultipart all = new MimeMultipart("mixed");
        all.addBodyPart(text);
        all.addBodyPart(attached);
        return all;
    }

    private InternetAddress sender(Letter letter) throws MessagingException {
        try {
            return new InternetAddress(server.from(), letter.sender(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java knows UTF-8", e);
        }
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, kind);
        return part;
    }

    /** The same at every try: where one was taken and nobody knew, the second is known as the first. */
    private String id(QueuedMail mail) {
        String sum = Sha256.of(mail.event() + ' ' + mail.recipient());
        return "<" + sum.substring(0, ID_DIGITS) + "@" + server.domain() + ">";
    }
}

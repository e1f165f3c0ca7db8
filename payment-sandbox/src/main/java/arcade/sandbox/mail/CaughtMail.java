package arcade.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A mail as it was handed in.
 *
 * @param number counts from 1 since the start
 * @param recipient as the envelope says
 * @param messageId with its angle brackets, or empty
 * @param text empty without a part of plain text
 * @param html empty without a part of HTML
 */
record CaughtMail(
        long number,
        Instant at,
        String from,
        String recipient,
        String subject,
        String messageId,
        String text,
        String html) {

    /** @throws MessagingException when it is no mail */
    static CaughtMail read(long number, Instant at, String recipient, byte[] raw) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        String from = message.getFrom() == null
                ? ""
                : Arrays.stream(message.getFrom())
                        .map(address -> ((jakarta.mail.internet.InternetAddress) address).toUnicodeString())
                        .collect(Collectors.joining(", "));
        try {
            return new CaughtMail(
                    number,
                    at,
                    from,
                    recipient,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    part(message, "text/plain"),
                    part(message, "text/html"));
        } catch (IOException e) {
            throw new MessagingException("its content cannot be read", e);
        }
    }

    private static String part(jakarta.mail.Part of, String type) throws MessagingException, IOException {
        if (of.isMimeType(type)) {
            return String.valueOf(of.getContent());
        }
        if (of.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) of.getContent();
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart each = parts.getBodyPart(index);
                String found = part(each, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}

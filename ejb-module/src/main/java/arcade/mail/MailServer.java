package arcade.mail;

import jakarta.mail.Session;
import java.util.Locale;
import java.util.Properties;

/**
 * Where mail is handed in, and as whom.
 *
 * @param user empty: the server asks for none
 * @param from address of every letter; the shop's name is put before it
 */
record MailServer(String host, int port, Security security, String user, String password, String from) {
    private static final String SECONDS_10 = "10000";

    /** How the way to the server is kept secret. */
    enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Begun in the clear and refused where the server does not encrypt from then on (RFC 3207). */
        STARTTLS,
        /** Encrypted from the first byte (RFC 8314). */
        TLS;

        static Security of(String word) {
            try {
                return valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "arcade.mail.security must be none, starttls or tls, not " + word, e);
            }
        }
    }

    MailServer {
        if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw new IllegalArgumentException(
                    "arcade.mail.from must be an address such as shop@example.com, not " + from);
        }
    }

    /** The name of the machines that our mails' ids are made for. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    Session session() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", SECONDS_10);
        settings.setProperty("mail.smtp.timeout", SECONDS_10);
        settings.setProperty("mail.smtp.writetimeout", SECONDS_10);
        settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Names outside ASCII stand as they are where the server takes them, and are encoded where not.
        settings.setProperty("mail.mime.charset", "UTF-8");
        return Session.getInstance(settings);
    }
}

package arcade.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarryingALetterTest {
    private static final QueuedMail PAID = mail("order-paid:abc", "zoë@example.com".replace("ë", "e"));
    private static final Letter LETTER = new Letter(
            Locale.GERMANY,
            "Küchen & Töpfe",
            "Ihre Bestellung 1001 – danke",
            "Vielen Dank, <Zoë>",
            List.of("Sie geht an Straße 1."),
            Optional.of(new Letter.Table(
                    List.of(new Letter.Line("2 ×", "Mug <b>", "Oat & Milk", "25,00 €")),
                    List.of(new Letter.Sum("Gesamtsumme", "25,00 €")))),
            Optional.of(new Letter.Button("Bestellung ansehen", "https://shop.example/orders/abc")),
            "Küchen & Töpfe");

    private final LetterPrinter printer = new LetterPrinter();

    @Test
    void itArrivesAsTextAndAsHtmlWithEverySign() throws Exception {
        try (Letterbox box = new Letterbox();
                MailCarrier carrier = new MailCarrier(box.address())) {
            send(carrier, PAID);

            MimeMessage message = box.taken().get(0);
            List<String> parts = Letterbox.parts(message);
            assertEquals(LETTER.subject(), message.getSubject());
            assertEquals("Küchen & Töpfe", ((InternetAddress) message.getFrom()[0]).getPersonal());
            assertEquals("shop@example.com", ((InternetAddress) message.getFrom()[0]).getAddress());
            assertEquals("de-DE", message.getHeader("Content-Language", null));
            assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
            assertTrue(message.getContentType().startsWith("multipart/alternative"), message.getContentType());
            assertTrue(parts.get(0).contains("2 × Mug <b> (Oat & Milk): 25,00 €"), parts.get(0));
            assertTrue(parts.get(0).contains("https://shop.example/orders/abc"), parts.get(0));
            assertTrue(parts.get(1).contains("Vielen Dank, &lt;Zoë&gt;"), parts.get(1));
            assertTrue(parts.get(1).contains("Mug &lt;b&gt;"), parts.get(1));
            assertFalse(parts.get(1).contains("<Zoë>"), "what a shopper typed is markup");
        }
    }

    @Test
    void theSecondTryIsKnownAsTheFirst() throws Exception {
        try (Letterbox box = new Letterbox();
                MailCarrier carrier = new MailCarrier(box.address())) {
            send(carrier, PAID);
            send(carrier, PAID);
            send(carrier, mail("order-paid:abd", PAID.recipient()));

            List<String> ids = box.taken().stream().map(CarryingALetterTest::id).toList();
            assertEquals(ids.get(0), ids.get(1));
            assertFalse(ids.get(0).equals(ids.get(2)), "two events share an id");
            assertTrue(ids.get(0).matches("<[0-9a-f]{24}@example\\.com>"), ids.get(0));
        }
    }

    @Test
    void aRecipientWhoIsRefusedForGoodIsToldApart() throws Exception {
        try (Letterbox box = new Letterbox();
                MailCarrier carrier = new MailCarrier(box.address())) {
            assertThrows(
                    MailCarrier.RecipientRefused.class, () -> send(carrier, mail("order-paid:abc", Letterbox.NOBODY)));
            assertThrows(MailCarrier.RecipientRefused.class, () -> send(carrier, mail("order-paid:abc", "no address")));
            MessagingException full =
                    assertThrows(MessagingException.class, () -> send(carrier, mail("order-paid:abc", Letterbox.FULL)));
            assertFalse(full instanceof MailCarrier.RecipientRefused, full.toString());

            send(carrier, PAID);
            assertEquals(1, box.taken().size());
        }
    }

    @Test
    void whereSecrecyIsAskedForNothingIsSaidInTheClear() {
        try (Letterbox box = new Letterbox()) {
            MailServer open = box.address();
            MailServer secret = new MailServer(
                    open.host(), open.port(), MailServer.Security.STARTTLS, "user", "password", open.from());

            MessagingException refused = assertThrows(MessagingException.class, () -> new MailCarrier(secret));
            assertTrue(refused.getMessage().contains("STARTTLS"), refused.getMessage());
        }
    }

    @Test
    void aWrongSettingIsNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> MailServer.Security.of("ssl"))
                .getMessage()
                .startsWith("arcade.mail.security must be"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new MailServer("localhost", 25, MailServer.Security.NONE, "", "", "shop"))
                .getMessage()
                .startsWith("arcade.mail.from must be"));
    }

    private void send(MailCarrier carrier, QueuedMail mail) throws MessagingException {
        carrier.send(mail, LETTER, printer.text(LETTER), printer.html(LETTER));
    }

    private static QueuedMail mail(String event, String recipient) {
        return new QueuedMail(1, event, recipient, "order-paid", Optional.empty(), 1);
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

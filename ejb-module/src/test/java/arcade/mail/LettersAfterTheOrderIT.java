package arcade.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.database.Sql;
import arcade.fulfilment.ReturnCase;
import arcade.fulfilment.ReturnWish;
import arcade.fulfilment.Returns;
import arcade.fulfilment.Shipments;
import arcade.fulfilment.Shipping;
import arcade.fulfilment.Withdrawals;
import arcade.payment.Refunds;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Sales;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a buyer is told by mail after he has paid, each once. Two mugs at 12.50. */
@ExtendWith(ArquillianExtension.class)
class LettersAfterTheOrderIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Sales sales;

    @Inject
    private Shipments shipments;

    @Inject
    private Returns returns;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private Refunds refunds;

    @Inject
    private MailRound round;

    @Inject
    private Sql sql;

    private Store store;
    private Token order;

    @BeforeEach
    void sell() {
        sql.update("UPDATE mail_outbox SET due_at = NULL WHERE due_at IS NOT NULL");
        store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        order = sales.paid(store, Map.of("MUG", 2));
    }

    @Test
    void theConfirmationBringsTheInvoiceAndTheRefundItsCreditNote() throws Exception {
        refunds.request(order, OptionalLong.of(500), "our fault", "a");
        sales.giveBack(store, order);

        List<MimeMessage> letters = send();

        assertEquals(2, letters.size());
        BodyPart invoice = Letterbox.attachment(letters.get(0));
        assertEquals("invoice-1.pdf", invoice.getFileName());
        assertTrue(invoice.getContentType().startsWith("application/pdf"), invoice.getContentType());
        assertEquals("%PDF-", new String(invoice.getInputStream().readNBytes(5)));
        assertEquals("credit-note-2.pdf", Letterbox.attachment(letters.get(1)).getFileName());
        assertTrue(Letterbox.parts(letters.get(1)).get(0).contains("€5.00"), "the refund's letter");
    }

    @Test
    void eachParcelIsToldOnceWithItsWayToBeFollowed() throws Exception {
        send();
        Shipping wish =
                new Shipping("a", "DHL & Co", "00340434", Optional.of("https://track.example/00340434"), Map.of(1, 1));
        floor.atOnce(4, () -> shipments.ship(store, order, wish));
        shipments.ship(store, order, new Shipping("b", "Post", "", Optional.empty(), Map.of(1, 1)));

        List<MimeMessage> letters = send();

        assertEquals(2, letters.size());
        String first = Letterbox.parts(letters.get(0)).get(0);
        assertTrue(first.contains("DHL & Co") && first.contains("00340434"), first);
        assertTrue(first.contains("1 × Thing") && first.contains("https://track.example/00340434"), first);
        String second = Letterbox.parts(letters.get(1)).get(0);
        assertTrue(second.contains("/orders/" + order), second);
        assertFalse(second.contains("follows"), second);
        assertEquals(List.of(), send());
    }

    @Test
    void aWithdrawalIsReceiptedWithItsMoment() throws Exception {
        send();
        shipments.ship(store, order, new Shipping("b", "Post", "", Optional.empty(), Map.of(1, 1)));
        withdrawals.withdraw(store, order);
        withdrawals.withdraw(store, order);

        List<MimeMessage> letters = send();

        assertEquals(2, letters.size());
        String receipt = Letterbox.parts(letters.get(1)).get(0);
        assertTrue(receipt.contains("Ann withdrew from the contract about order 1."), receipt);
        assertTrue(receipt.contains(Year.now(ZoneOffset.UTC) + ", ") && receipt.contains(" UTC"), receipt);
        assertTrue(receipt.contains("within 14 days") && receipt.contains("not sent yet"), receipt);
    }

    @Test
    void aReturnIsConfirmedInTheStoresLanguage() throws Exception {
        floor.change("UPDATE store SET locale = 'de-DE' WHERE id = ?", store.id());
        send();
        shipments.ship(store, order, new Shipping("b", "Post", "", Optional.empty(), Map.of(1, 2)));
        returns.request(store, order, new ReturnWish("k", Map.of(1, 1), ReturnCase.Reason.DAMAGED, "<b>cracked</b>"));

        String letter = Letterbox.parts(send().get(1)).get(0);

        assertTrue(letter.contains("diese Artikel Ihrer Bestellung 1"), letter);
        assertTrue(letter.contains("1 × Thing"), letter);
    }

    private List<MimeMessage> send() throws Exception {
        try (Letterbox box = new Letterbox()) {
            while (round.go(box.address(), () -> false) > 0) {
                Thread.onSpinWait();
            }
            return box.taken();
        }
    }
}

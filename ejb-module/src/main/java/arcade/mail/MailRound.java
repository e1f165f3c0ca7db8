package arcade.mail;

import arcade.customer.PasswordResets;
import arcade.mail.MailCarrier.RecipientRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what waits in the outbox to the mail server, over one connection. A mail that cannot be sent is tried again, later and later,
 * for about three days; one whose recipient is refused for good is given up at once. Either way the outbox says why.
 *
 * <p>Hazard: a node that dies between the server's yes and the row's change leaves a mail that is sent a second time, under the
 * same Message-ID. Nothing that SMTP knows can exclude it.
 */
@ApplicationScoped
class MailRound {
    /** Most mails of one round. */
    static final int MOST = 20;

    private static final Logger LOG = Logger.getLogger(MailRound.class.getName());
    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    /** With waits that double up to two hours: three days. */
    static final int MOST_TRIES = 45;

    private static final int MOST_DOUBLINGS = 20;

    @Inject
    private MailQueue queue;

    @Inject
    private OrderLetters letters;

    @Inject
    private AccountLetters accounts;

    private final LetterPrinter printer = new LetterPrinter();

    /**
     * @param leaving whether this node stops: what it has claimed and not begun, others may send at once
     * @return how many mails were due, {@value #MOST} at most
     */
    int go(MailServer server, BooleanSupplier leaving) {
        String claim = UUID.randomUUID().toString();
        List<QueuedMail> mails = queue.claim(claim, MOST, HOLD);
        if (mails.isEmpty()) {
            return 0;
        }
        try (MailCarrier carrier = new MailCarrier(server)) {
            for (QueuedMail mail : mails) {
                if (leaving.getAsBoolean()) {
                    queue.tryAgain(mail, claim, Duration.ZERO, "the node that was to send it stopped");
                } else if (queue.isClaimed(mail, claim)) {
                    send(carrier, mail, claim);
                }
            }
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "the mail server {0}:{1} takes nothing: {2}", new Object[] {
                server.host(), Integer.toString(server.port()), e.getMessage()
            });
            mails.forEach(mail -> later(mail, claim, e));
        }
        return mails.size();
    }

    private void send(MailCarrier carrier, QueuedMail mail, String claim) {
        try {
            Optional<Letter> written = write(mail);
            if (written.isEmpty()) {
                queue.giveUp(mail, claim, "of no use any more");
                return;
            }
            Letter letter = written.get();
            carrier.send(mail, letter, printer.text(letter), printer.html(letter));
            queue.sent(mail, claim);
        } catch (RecipientRefused e) {
            LOG.log(Level.WARNING, "the mail {0} is given up: {1}", new Object[] {mail.event(), e.getMessage()});
            queue.giveUp(mail, claim, "refused: " + e.getMessage());
        } catch (MessagingException e) {
            later(mail, claim, e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.log(Level.SEVERE, "the mail " + mail.event() + " cannot be written", e);
            later(mail, claim, e);
        }
    }

    /** Empty: what it would tell is over. */
    private Optional<Letter> write(QueuedMail mail) {
        return mail.template().equals(PasswordResets.MAIL) ? accounts.write(mail) : Optional.of(letters.write(mail));
    }

    private void later(QueuedMail mail, String claim, Exception why) {
        if (mail.tries() >= MOST_TRIES) {
            LOG.log(Level.SEVERE, "the mail {0} is given up after {1} tries: {2}", new Object[] {
                mail.event(), mail.tries(), why.getMessage()
            });
            queue.giveUp(mail, claim, "given up after " + mail.tries() + " tries: " + why.getMessage());
        } else {
            queue.tryAgain(mail, claim, wait(mail.tries()), String.valueOf(why.getMessage()));
        }
    }

    static Duration wait(int tries) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}

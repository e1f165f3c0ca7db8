package arcade.mail;

import arcade.customer.PasswordResets;
import arcade.customer.PasswordResets.Invitation;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Letters about an account, in the language of its store. What they hold that is secret is made for this writing and kept nowhere else. */
@ApplicationScoped
class AccountLetters {
    @Inject
    private PasswordResets resets;

    @Inject
    private Stores stores;

    /** Empty: the password was changed meanwhile, or there is no such account any more. */
    Optional<Letter> write(QueuedMail mail) {
        return resets.invite(new Token(mail.subject())).map(this::reset);
    }

    private Letter reset(Invitation invitation) {
        Store store = stores.byCode(invitation.storeCode()).orElseThrow();
        Wording words = new Wording(AccountLetters.class, "letters", store.locale());
        return new Letter(
                store.locale(),
                store.name(),
                words.say("reset.subject", store.name()),
                words.say("reset.headline", invitation.name()),
                List.of(
                        words.say("reset.why", store.name()),
                        words.say("reset.how", PasswordResets.GOOD_FOR.toMinutes()),
                        words.say("reset.otherwise")),
                Optional.empty(),
                Optional.of(new Letter.Button(
                        words.say("button.reset"),
                        invitation.origin() + "/account/reset/"
                                + invitation.token().value())),
                words.say("closing", store.name()));
    }
}

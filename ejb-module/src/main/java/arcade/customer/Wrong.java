package arcade.customer;

import arcade.ordering.Refusal;
import java.util.List;

/**
 * What is wrong with one input.
 *
 * @param field {@code email, name, password, current, line1, postalCode, city, country}
 */
public record Wrong(String field, Reason reason) {

    public enum Reason {
        MISSING,
        TOO_LONG,
        NOT_AN_EMAIL,
        /** The store has an account of that mail address. */
        TAKEN,
        TOO_SHORT,
        /** A password that others guess first. */
        EASILY_GUESSED,
        /** The present password is another one. */
        NOT_THE_PASSWORD
    }

    static List<Wrong> of(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> new Wrong(
                        refusal.field(), Reason.valueOf(refusal.reason().name())))
                .toList();
    }
}

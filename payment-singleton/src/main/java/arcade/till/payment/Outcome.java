package arcade.till.payment;

import java.util.Set;

/** What came of a step, to be recorded. */
public record Outcome(Step step, Answer answer, Change change) {

    /**
     * What is recorded, once the payment's row is locked: who gave up while the call was under way is not charged any more,
     * and what was declined is let go at once.
     *
     * @param givenUp the payments that are given up
     */
    public Change change(Set<Long> givenUp) {
        PaymentRow row = step.payment();
        boolean late = givenUp.contains(row.id()) && !row.givenUp();
        Change instead = late ? PaymentProcess.after(row.asGivenUp(), step.operation(), answer) : change;
        return instead.under(change.id());
    }
}

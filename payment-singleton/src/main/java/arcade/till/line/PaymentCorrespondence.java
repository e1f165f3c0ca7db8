package arcade.till.line;

import arcade.till.book.BookOfSteps;
import arcade.till.book.PaymentBook;
import arcade.till.gateway.Gateway;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.Step;
import arcade.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Payments: authorized, captured, let go. */
@ApplicationScoped
public class PaymentCorrespondence implements Correspondence<Step, Outcome> {
    @Inject
    private PaymentBook book;

    @Inject
    private Gateway gateway;

    @Override
    public BookOfSteps<Step, Outcome> book() {
        return book;
    }

    @Override
    public Outcome converse(Step step) {
        Answer answer = gateway.perform(step.operation(), step.payment());
        return new Outcome(step, answer, PaymentProcess.after(step.payment(), step.operation(), answer));
    }

    @Override
    public Heard heard(Outcome outcome) {
        Step step = outcome.step();
        if (step.operation() == Operation.ASK && step.payment().isNotAskedYet()) {
            return Heard.NOTHING;
        }
        return outcome.answer() instanceof Answer.Unknown ? Heard.SILENCE : Heard.AN_ANSWER;
    }

    @Override
    public String name(Step step) {
        return step.operation() + " of payment " + step.payment().ref();
    }

    @Override
    public Optional<Trace> trace(Step step) {
        return step.payment().owed().trace();
    }

    @Override
    public String said(Outcome outcome) {
        return outcome.answer().getClass().getSimpleName();
    }
}

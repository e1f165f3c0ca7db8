package arcade.till.line;

import arcade.payment.PaymentCounts;
import arcade.payment.PaymentCounts.Failure;
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

    @Inject
    private PaymentCounts counts;

    @Override
    public BookOfSteps<Step, Outcome> book() {
        return book;
    }

    @Override
    public Outcome converse(Step step) {
        Answer answer = gateway.perform(step.operation(), step.payment());
        failure(step, answer).ifPresent(counts::count);
        return new Outcome(step, answer, PaymentProcess.after(step.payment(), step.operation(), answer));
    }

    /** What waits for its shopper, or was not carried out and is sent again, has not failed. */
    private static Optional<Failure> failure(Step step, Answer answer) {
        if (answer instanceof Answer.Declined) {
            return Optional.of(Failure.DECLINED);
        }
        if (answer instanceof Answer.Unknown) {
            return Optional.of(Failure.SILENCE);
        }
        if (answer instanceof Answer.Foreign) {
            return Optional.of(Failure.FOREIGN);
        }
        return answer instanceof Answer.Closed && step.operation() != Operation.VOID
                ? Optional.of(Failure.CLOSED)
                : Optional.empty();
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

package arcade.till.line;

import arcade.till.book.BookOfSteps;
import arcade.till.book.RefundBook;
import arcade.till.failpoint.Failpoint;
import arcade.till.gateway.RefundGateway;
import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundStep;
import arcade.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Refunds: money given back. */
@ApplicationScoped
class RefundCorrespondence implements Correspondence<RefundStep, RefundOutcome> {
    @Inject
    private RefundBook book;

    @Inject
    private RefundGateway gateway;

    @Override
    public BookOfSteps<RefundStep, RefundOutcome> book() {
        return book;
    }

    @Override
    public RefundOutcome converse(RefundStep step) {
        RefundAnswer answer = gateway.perform(step.operation(), step.refund());
        switch (step.operation()) {
            case REFUND -> Failpoint.REFUNDED_UNRECORDED.reached();
            case ASK -> Failpoint.ASKED_UNRECORDED.reached();
        }
        return new RefundOutcome(step, answer, RefundProcess.after(step.refund(), step.operation(), answer));
    }

    @Override
    public Heard heard(RefundOutcome outcome) {
        return outcome.answer() instanceof RefundAnswer.Unknown ? Heard.SILENCE : Heard.AN_ANSWER;
    }

    @Override
    public String name(RefundStep step) {
        return step.operation() + " of refund " + step.refund().ref();
    }

    @Override
    public Optional<Trace> trace(RefundStep step) {
        return step.refund().trace();
    }

    @Override
    public String said(RefundOutcome outcome) {
        return outcome.answer().getClass().getSimpleName();
    }
}

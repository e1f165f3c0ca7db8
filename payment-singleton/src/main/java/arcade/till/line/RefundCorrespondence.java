package arcade.till.line;

import arcade.cluster.FencingToken;
import arcade.till.book.RefundBook;
import arcade.till.failpoint.Failpoint;
import arcade.till.gateway.RefundGateway;
import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Refunds: money given back. */
@ApplicationScoped
class RefundCorrespondence implements Correspondence<RefundStep, RefundOutcome> {
    @Inject
    private RefundBook book;

    @Inject
    private RefundGateway gateway;

    @Override
    public boolean hasWork() {
        return book.hasWork();
    }

    @Override
    public List<RefundStep> begin(FencingToken token, int limit) {
        return book.begin(token, limit);
    }

    @Override
    public List<Long> due(int limit) {
        return book.due(limit);
    }

    @Override
    public List<RefundStep> beginOne(FencingToken token, long id) {
        return book.beginOne(token, id);
    }

    @Override
    public void putOff(FencingToken token, long id) {
        book.putOff(token, id);
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
    public boolean isAnswered(RefundOutcome outcome) {
        return !(outcome.answer() instanceof RefundAnswer.Unknown);
    }

    @Override
    public List<RefundStep> record(FencingToken token, List<RefundOutcome> outcomes) {
        return book.record(token, outcomes);
    }

    @Override
    public String name(RefundStep step) {
        return step.operation() + " of refund " + step.refund().ref();
    }
}

package arcade.till.line;

import arcade.cluster.FencingToken;
import arcade.till.book.PaymentBook;
import arcade.till.gateway.Gateway;
import arcade.till.payment.Answer;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Payments: authorized, captured, let go. */
@ApplicationScoped
public class PaymentCorrespondence implements Correspondence<Step, Outcome> {
    @Inject
    private PaymentBook book;

    @Inject
    private Gateway gateway;

    @Override
    public boolean hasWork() {
        return book.hasWork();
    }

    @Override
    public List<Step> begin(FencingToken token, int limit) {
        return book.begin(token, limit);
    }

    @Override
    public List<Long> due(int limit) {
        return book.due(limit);
    }

    @Override
    public List<Step> beginOne(FencingToken token, long id) {
        return book.beginOne(token, id);
    }

    @Override
    public void putOff(FencingToken token, long id) {
        book.putOff(token, id);
    }

    @Override
    public Outcome converse(Step step) {
        Answer answer = gateway.perform(step.operation(), step.payment());
        return new Outcome(step, answer, PaymentProcess.after(step.payment(), step.operation(), answer));
    }

    @Override
    public boolean isAnswered(Outcome outcome) {
        return !(outcome.answer() instanceof Answer.Unknown);
    }

    @Override
    public List<Step> record(FencingToken token, List<Outcome> outcomes) {
        return book.record(token, outcomes);
    }

    @Override
    public String name(Step step) {
        return step.operation() + " of payment " + step.payment().ref();
    }
}

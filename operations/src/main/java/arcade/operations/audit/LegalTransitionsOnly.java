package arcade.operations.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * I10. The log of each payment, and of each refund, is an unbroken chain of legal steps from REQUESTED to the state it
 * is in.
 */
final class LegalTransitionsOnly implements Invariant {
    private static final String BORN = "REQUESTED";

    @Override
    public String code() {
        return "I10";
    }

    @Override
    public String rule() {
        return "every change of a payment or refund is one legal step in the log";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Shop shop = evidence.shop();
        var payments = bySubject(shop.transitions());
        for (Shop.Payment payment : shop.payments()) {
            findings.checked();
            String end = follow(payments.getOrDefault(payment.ref(), List.of()), LegalSteps.PAYMENT, findings);
            findings.require(
                    end.equals(payment.state()),
                    "the log ends at " + end + ", the payment is " + payment.state() + ": " + payment.ref(),
                    payment);
        }
        var refunds = bySubject(shop.refundTransitions());
        for (Shop.Refund refund : shop.refunds()) {
            findings.checked();
            String end = follow(refunds.getOrDefault(refund.ref(), List.of()), LegalSteps.REFUND, findings);
            findings.require(
                    end.equals(refund.state()),
                    "the log ends at " + end + ", the refund is " + refund.state() + ": " + refund.ref(),
                    refund);
        }
    }

    private static <T extends Record & Shop.Logged> Map<String, List<T>> bySubject(List<T> log) {
        return log.stream()
                .sorted(Comparator.comparing(Shop.Logged::seq))
                .collect(Collectors.groupingBy(Shop.Logged::subject));
    }

    /** The state at the end of a log. */
    private static <T extends Record & Shop.Logged> String follow(List<T> log, LegalSteps legal, Findings findings) {
        String state = BORN;
        for (T step : log) {
            String words = step.from() + " → " + step.to();
            findings.require(step.from().equals(state), "the log jumps from " + state + " to the step " + words, step);
            findings.require(legal.allow(step.from(), step.to()), words + " is not legal", step);
            state = step.to();
        }
        return state;
    }
}

package arcade.operations.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** I10. The log of each payment is an unbroken chain of legal steps from REQUESTED to the state it is in. */
final class LegalTransitionsOnly implements Invariant {
    private static final String BORN = "REQUESTED";

    @Override
    public String code() {
        return "I10";
    }

    @Override
    public String rule() {
        return "every change of a payment is one legal step in the log";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<String, List<Shop.Transition>> logs = evidence.shop().transitions().stream()
                .sorted(Comparator.comparing(Shop.Transition::seq))
                .collect(Collectors.groupingBy(Shop.Transition::paymentRef));
        for (Shop.Payment payment : evidence.shop().payments()) {
            findings.checked();
            checkLog(payment, logs.getOrDefault(payment.ref(), List.of()), findings);
        }
    }

    private static void checkLog(Shop.Payment payment, List<Shop.Transition> log, Findings findings) {
        String state = BORN;
        for (Shop.Transition step : log) {
            String words = step.from() + " → " + step.to();
            findings.require(step.from().equals(state), "the log jumps from " + state + " to the step " + words, step);
            findings.require(LegalSteps.allow(step.from(), step.to()), words + " is not legal", step);
            state = step.to();
        }
        findings.require(
                state.equals(payment.state()),
                "the log ends at " + state + ", the payment is " + payment.state() + ": " + payment.ref(),
                payment);
    }
}

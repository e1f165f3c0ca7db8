package arcade.till.gateway;

import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundRow;
import com.stripe.model.Refund;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the gateway's documents mean. The states of a refund: https://docs.stripe.com/api/refunds/object. */
final class RefundAnswers {
    private RefundAnswers() {}

    static RefundAnswer read(Refund shown, RefundRow ours) {
        if (shown.getId() == null || shown.getStatus() == null) {
            return new RefundAnswer.Unknown("no refund in the answer");
        }
        if (!isOf(shown, ours)
                || !isOurs(shown, ours)
                || shown.getAmount() != ours.amount().minor()
                || !shown.getCurrency()
                        .toUpperCase(Locale.ROOT)
                        .equals(ours.amount().currency().getCurrencyCode())) {
            return foreign(shown);
        }
        return switch (shown.getStatus()) {
            case "succeeded" -> new RefundAnswer.Done(shown.getId());
            case "pending", "requires_action" -> new RefundAnswer.Pending(shown.getId());
            case "failed", "canceled" -> new RefundAnswer.Failed(shown.getId(), reason(shown));
            default -> new RefundAnswer.Unknown("refund " + shown.getStatus());
        };
    }

    /** @param more whether the gateway has more of them than it lists here */
    static RefundAnswer find(List<Refund> listed, boolean more, RefundRow ours) {
        for (Refund shown : listed) {
            if (!isOf(shown, ours)) {
                return foreign(shown);
            }
        }
        return listed.stream()
                .filter(shown -> isOurs(shown, ours))
                .findFirst()
                .map(shown -> read(shown, ours))
                .orElseGet(() -> more
                        ? new RefundAnswer.Unknown("not among the first " + listed.size())
                        : new RefundAnswer.NotExecuted());
    }

    private static boolean isOf(Refund shown, RefundRow ours) {
        return ours.intent().equals(shown.getPaymentIntent());
    }

    private static boolean isOurs(Refund shown, RefundRow ours) {
        Map<String, String> metadata = shown.getMetadata();
        return metadata != null && ours.ref().value().equals(metadata.get("refund"));
    }

    private static RefundAnswer foreign(Refund shown) {
        return new RefundAnswer.Foreign("the gateway answered with " + shown.getId() + " of intent "
                + shown.getPaymentIntent() + " over " + shown.getAmount() + " " + shown.getCurrency()
                + ", metadata " + shown.getMetadata());
    }

    private static String reason(Refund shown) {
        return shown.getFailureReason() == null ? shown.getStatus() : shown.getFailureReason();
    }
}

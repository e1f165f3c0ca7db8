package arcade.till.gateway;

import arcade.till.payment.PaymentRow;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.Locale;
import java.util.Map;

/** What the till sends: always manual capture, and metadata that names the payment and the order. */
final class GatewayRequests {
    private GatewayRequests() {}

    static SessionCreateParams hostedPage(PaymentRow payment) {
        String orderPage = payment.returnOrigin() + "/orders/" + payment.orderRef();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(payment.orderRef().value())
                .setSuccessUrl(orderPage + "?from=payment")
                .setCancelUrl(orderPage + "?from=cancel")
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency(currency(payment))
                                .setUnitAmount(payment.amount().minor())
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("Your order at " + payment.storeCode())
                                        .build())
                                .build())
                        .build())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                        .putAllMetadata(metadata(payment))
                        .build())
                .putAllMetadata(metadata(payment))
                .build();
    }

    static PaymentIntentCreateParams intent(PaymentRow payment) {
        return PaymentIntentCreateParams.builder()
                .setAmount(payment.amount().minor())
                .setCurrency(currency(payment))
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .putAllMetadata(metadata(payment))
                .build();
    }

    static PaymentIntentConfirmParams confirm(PaymentRow payment) {
        return PaymentIntentConfirmParams.builder()
                .setPaymentMethod(payment.methodToken())
                .setReturnUrl(payment.returnOrigin() + "/orders/" + payment.orderRef() + "?from=payment")
                .build();
    }

    static PaymentIntentCancelParams cancel() {
        return PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                .build();
    }

    private static Map<String, String> metadata(PaymentRow payment) {
        return Map.of(
                "payment", payment.ref().value(),
                "order", payment.orderRef().value(),
                "store", payment.storeCode());
    }

    private static String currency(PaymentRow payment) {
        return payment.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }
}

package arcade.sandbox.clients;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeListParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.V1Services;
import java.util.Map;

/** The client for Java's methods by the names they have in the scenarios. */
record JavaCalls(StripeClient client) {
    /** @param id of the resource; null where the call has none */
    StripeObject call(String method, String id, Map<String, Object> with, RequestOptions options)
            throws StripeException {
        V1Services v1 = client.v1();
        return switch (method) {
            case "refunds.create" ->
                v1.refunds()
                        .create(
                                RefundCreateParams.builder()
                                        .putAllExtraParam(with)
                                        .build(),
                                options);
            case "refunds.retrieve" -> v1.refunds().retrieve(id, options);
            case "refunds.list" ->
                v1.refunds()
                        .list(RefundListParams.builder().putAllExtraParam(with).build(), options);
            case "charges.retrieve" -> v1.charges().retrieve(id, options);
            case "charges.list" ->
                v1.charges()
                        .list(ChargeListParams.builder().putAllExtraParam(with).build(), options);
            case "customers.create" ->
                v1.customers()
                        .create(
                                CustomerCreateParams.builder()
                                        .putAllExtraParam(with)
                                        .build(),
                                options);
            case "customers.retrieve" -> v1.customers().retrieve(id, options);
            case "paymentMethods.create" ->
                v1.paymentMethods()
                        .create(
                                PaymentMethodCreateParams.builder()
                                        .putAllExtraParam(with)
                                        .build(),
                                options);
            case "paymentMethods.retrieve" -> v1.paymentMethods().retrieve(id, options);
            case "checkout.sessions.create" ->
                v1.checkout()
                        .sessions()
                        .create(
                                SessionCreateParams.builder()
                                        .putAllExtraParam(with)
                                        .build(),
                                options);
            case "checkout.sessions.retrieve" ->
                v1.checkout()
                        .sessions()
                        .retrieve(
                                id,
                                SessionRetrieveParams.builder()
                                        .putAllExtraParam(with)
                                        .build(),
                                options);
            case "checkout.sessions.expire" -> v1.checkout().sessions().expire(id, options);
            default -> intent(v1.paymentIntents(), method, id, with, options);
        };
    }

    private static StripeObject intent(
            PaymentIntentService intents, String method, String id, Map<String, Object> with, RequestOptions options)
            throws StripeException {
        return switch (method) {
            case "paymentIntents.create" ->
                intents.create(
                        PaymentIntentCreateParams.builder()
                                .putAllExtraParam(with)
                                .build(),
                        options);
            case "paymentIntents.retrieve" -> intents.retrieve(id, options);
            case "paymentIntents.update" ->
                intents.update(
                        id,
                        PaymentIntentUpdateParams.builder()
                                .putAllExtraParam(with)
                                .build(),
                        options);
            case "paymentIntents.confirm" ->
                intents.confirm(
                        id,
                        PaymentIntentConfirmParams.builder()
                                .putAllExtraParam(with)
                                .build(),
                        options);
            case "paymentIntents.capture" ->
                intents.capture(
                        id,
                        PaymentIntentCaptureParams.builder()
                                .putAllExtraParam(with)
                                .build(),
                        options);
            case "paymentIntents.cancel" ->
                intents.cancel(
                        id,
                        PaymentIntentCancelParams.builder()
                                .putAllExtraParam(with)
                                .build(),
                        options);
            case "paymentIntents.list" ->
                intents.list(
                        PaymentIntentListParams.builder().putAllExtraParam(with).build(), options);
            default -> throw new IllegalArgumentException("no scenario's client for Java can " + method);
        };
    }
}

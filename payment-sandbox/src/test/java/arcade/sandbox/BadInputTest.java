package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest extends SandboxTest {
    @Test
    void aWrongKeyIsRefused() {
        var refused = assertThrows(
                AuthenticationException.class,
                () -> sandbox.stripe("sk_test_other_key_9999")
                        .v1()
                        .paymentIntents()
                        .list());

        assertEquals(401, refused.getStatusCode());
        assertTrue(refused.getMessage().contains("9999"));
    }

    @Test
    void aMissingKeyIsRefused() {
        assertEquals(401, sandbox.get(sandbox.url("/v1/payment_intents")).statusCode());
    }

    @Test
    void anUnknownIntentIsNotFound() {
        var refused = assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().paymentIntents().retrieve("pi_none"));

        assertEquals(404, refused.getStatusCode());
        assertEquals("resource_missing", refused.getCode());
    }

    @ParameterizedTest
    @CsvSource({
        "currency=eur, parameter_missing, amount",
        "amount=1000, parameter_missing, currency",
        "amount=-5&currency=eur, parameter_invalid_integer, amount",
        "amount=ten&currency=eur, parameter_invalid_integer, amount",
        "amount=49&currency=eur, amount_too_small, amount",
        "amount=100000000&currency=eur, amount_too_large, amount",
        "amount=99999999999999999999&currency=eur, parameter_invalid_integer, amount",
        "amount=100&currency=eur&amuont=5, parameter_unknown, amuont",
        "amount=100&currency=eur&confirm=true, parameter_missing, payment_method",
    })
    void theErrorNamesTheParameter(String form, String code, String parameter) {
        JsonObject error = error(sandbox.api("/v1/payment_intents", form, "k"), 400);

        assertEquals(code, error.get("code").getAsString());
        assertEquals(parameter, error.get("param").getAsString());
    }

    @ParameterizedTest
    @CsvSource({
        "amount=100&currency=zzz",
        "amount=100&currency=eur&confirm=maybe",
        "amount=100&currency=eur&capture_method=later",
        "amount[x]=100&currency=eur",
        "amount=100&currency=eur&metadata=text",
        "amount=100&amount=200&currency=eur",
        "amount=%zz",
        "metadata[a=1",
        "metadata[a]b=1",
        "[a]=1",
        "amount=100&currency=eur&expand[]=moon",
    })
    void malformedFormsAreRefused(String form) {
        error(sandbox.api("/v1/payment_intents", form, "k"), 400);
        assertTrue(sandbox.ledger().isEmpty());
    }

    @Test
    void tooManyParametersAreRefused() {
        error(sandbox.api("/v1/customers", "metadata[a]=b&".repeat(1001), "k"), 400);
    }

    @Test
    void tooLongABodyIsRefused() {
        error(sandbox.api("/v1/customers", "name=" + "x".repeat(200_000), "k"), 413);
    }

    @Test
    void anUnknownAddressIsRefused() {
        error(sandbox.api("/v1/accounts", "", "k"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "mode=subscription&success_url=http://a.example/",
        "mode=payment&success_url=javascript:alert(1)",
        "mode=payment&success_url=http://a.example/",
        "mode=payment&success_url=http://a.example/&line_items[0][quantity]=1&line_items[0][price]=price_1",
        "mode=payment&success_url=http://a.example/&line_items[0][quantity]=-1"
                + "&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=500"
                + "&line_items[0][price_data][product_data][name]=x",
        "mode=payment&success_url=http://a.example/&line_items[0][quantity]=999999"
                + "&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=99999999"
                + "&line_items[0][price_data][product_data][name]=x",
    })
    void aSessionThatCannotBePaidIsRefused(String form) {
        HttpResponse<String> answer = sandbox.api("/v1/checkout/sessions", form, "k");

        assertEquals(4, answer.statusCode() / 100, answer.body());
    }

    @Test
    void anAmountOfARefundIsBounded() {
        error(sandbox.api("/v1/refunds", "payment_intent=pi_x&amount=0", "k"), 400);
        error(sandbox.api("/v1/refunds", "payment_intent=pi_x", "k2"), 404);
        error(sandbox.api("/v1/refunds", "", "k3"), 400);
    }

    private static JsonObject error(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        return JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonObject("error");
    }
}

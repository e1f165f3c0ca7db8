package arcade.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator asks for, over HTTP; that the figures are right is tested where they are made. */
@ExtendWith(ArquillianExtension.class)
class ReadingAReportIT {
    private static final String PERIOD = "&from=2026-03-02&to=2026-03-03";

    @ArquillianResource
    private URL base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(InternalApplication.class).war();
    }

    @Test
    void aDayIsARowInJsonAndInCsv() throws Exception {
        open("reported");

        HttpResponse<String> json = get("store=reported" + PERIOD, "*/*");
        HttpResponse<String> csv = get("store=reported" + PERIOD, "text/csv");

        assertEquals(200, json.statusCode(), json.body());
        assertEquals(
                "{\"store\":\"reported\",\"currency\":\"EUR\",\"days\":["
                        + "{\"day\":\"2026-03-02\",\"orders\":0,\"grossMinor\":0,\"refundedMinor\":0},"
                        + "{\"day\":\"2026-03-03\",\"orders\":0,\"grossMinor\":0,\"refundedMinor\":0}]}",
                json.body());
        assertEquals(
                "day,currency,orders,gross_minor,refunded_minor\r\n2026-03-02,EUR,0,0,0\r\n2026-03-03,EUR,0,0,0\r\n",
                csv.body());
    }

    @Test
    void aWrongQuestionIsNamed() throws Exception {
        open("reported");

        assertEquals(404, get("store=nobody" + PERIOD, "*/*").statusCode());
        assertEquals(404, get("from=2026-03-02&to=2026-03-03", "*/*").statusCode());
        for (String period : new String[] {"", "&from=x&to=2026-03-03", "&from=2026-03-03&to=2026-03-02"}) {
            HttpResponse<String> wrong = get("store=reported" + period, "*/*");
            assertEquals(400, wrong.statusCode(), period);
            assertTrue(wrong.body().contains(":bad-period"), wrong.body());
        }
    }

    @Test
    void withoutTheTokenNothingIsTold() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.toURI().resolve("internal/v1/reports/orders-per-day?store=x"))
                .build();

        assertEquals(401, client.send(request, BodyHandlers.ofString()).statusCode());
    }

    private void open(String code) throws Exception {
        String setup = "{\"name\":\"One\",\"tagline\":\"\",\"currency\":\"EUR\",\"locale\":\"en\",\"country\":\"DE\","
                + "\"look\":\"arcade\",\"domains\":[\"" + code + ".localhost\"],\"categories\":[],"
                + "\"shipping\":[{\"country\":\"DE\",\"amountMinor\":490}],\"taxPercent\":{\"DE\":19}}";
        HttpRequest request = operator("internal/v1/stores/" + code)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(setup))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> get(String query, String accept) throws Exception {
        HttpRequest request = operator("internal/v1/reports/orders-per-day?" + query)
                .header("Accept", accept)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder operator(String path) throws Exception {
        return HttpRequest.newBuilder(base.toURI().resolve(path))
                .header("Authorization", "Bearer operator-token-of-the-tests");
    }
}

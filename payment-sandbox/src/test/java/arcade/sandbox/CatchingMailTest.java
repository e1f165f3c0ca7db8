package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchingMailTest {
    @TempDir
    private Path folder;

    private RunningSandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = RunningSandbox.start(folder.resolve("ledger.jsonl"), Clock.systemUTC(), "--mail-port", "0");
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
    }

    @Test
    void whatWasSentIsShownNewestFirst() throws Exception {
        send("ann@example.com", "Your order 1001", "Thank you, Zoë", "<h1>Thank you, Zo\u00eb</h1>");
        send("ben@example.com", "<script>alert(1)</script>", "text", "<p>second</p>");

        String list = page("/mail").body();
        assertTrue(list.indexOf("/mail/2") < list.indexOf("/mail/1"), list);
        assertTrue(list.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), list);
        assertFalse(list.contains("<script>"), list);
        String letter = page("/mail/1").body();
        assertTrue(letter.contains("Thank you, Zoë") && letter.contains("&lt;shop@example.com&gt;"), letter);
    }

    @Test
    void aLetterAsHtmlMayFetchAndRunNothing() throws Exception {
        send("ann@example.com", "Hello", "text", "<h1>Zoë</h1><script>alert(1)</script>");

        HttpResponse<String> html = page("/mail/1/html");

        assertTrue(html.body().contains("<h1>Zoë</h1>"), html.body());
        String policy = html.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'") && policy.endsWith("sandbox"), policy);
        assertEquals(404, page("/mail/7").statusCode());
        assertEquals(404, page("/mail/x").statusCode());
    }

    @Test
    void testsReadTheMailOfOneRecipient() throws Exception {
        send("ann@example.com", "Hello", "text", "<p>html</p>");
        send("ben+1@example.com", "Hello", "text", "<p>html</p>");

        JsonArray all = JsonParser.parseString(page("/mail.json").body()).getAsJsonArray();
        JsonArray bens = JsonParser.parseString(
                        page("/mail.json?to=ben%2B1%40example.com").body())
                .getAsJsonArray();

        assertEquals(2, all.size());
        JsonObject mail = bens.get(0).getAsJsonObject();
        assertEquals(1, bens.size());
        assertEquals("ben+1@example.com", mail.get("recipient").getAsString());
        assertEquals("text", mail.get("text").getAsString().strip());
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        for (int number = 1; number <= 502; number++) {
            send("ann@example.com", "Number " + number, "text", "<p>html</p>");
        }

        assertEquals(404, page("/mail/2").statusCode());
        assertEquals(200, page("/mail/3").statusCode());
        assertEquals(200, page("/mail/502").statusCode());
    }

    private HttpResponse<String> page(String path) {
        return sandbox.control("GET", path, "");
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(sandbox.mailPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("shop@example.com", "Küche", "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text, "plain"));
        both.addBodyPart(part(html, "html"));
        message.setContent(both);
        Transport.send(message);
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", kind);
        return part;
    }
}

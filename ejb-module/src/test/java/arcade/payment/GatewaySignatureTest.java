package arcade.payment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class GatewaySignatureTest {
    private static final String SECRET = "whsec_test";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

    private final GatewaySignature signature = new GatewaySignature(SECRET);

    @Test
    void acceptsWhatTheGatewaySigned() throws Exception {
        assertTrue(signature.signs(BODY, header(SECRET, NOW, BODY), NOW));
    }

    @Test
    void acceptsAnyOfSeveralSignatures() throws Exception {
        String twice = header(SECRET, NOW, BODY).replace("v1=", "v1=00ff,v1=");

        assertTrue(signature.signs(BODY, twice, NOW));
    }

    @Test
    void passesOverSchemesThatItDoesNotKnow() throws Exception {
        String old = header(SECRET, NOW, BODY).replace(",v1=", ",v0=6ffbb59b2300aae63f27,v1=") + ",v2=00";

        assertTrue(signature.signs(BODY, old, NOW));
        assertFalse(signature.signs(BODY, header(SECRET, NOW, BODY).replace("v1=", "v0="), NOW));
    }

    @Test
    void aBadSignatureAfterAGoodOneChangesNothing() throws Exception {
        assertTrue(signature.signs(BODY, header(SECRET, NOW, BODY) + ",v1=00ff", NOW));
    }

    @Test
    void anOldNoticeDoesNotBecomeFreshByASecondTime() throws Exception {
        String old = header(SECRET, NOW.minusSeconds(86_400), BODY);

        assertFalse(signature.signs(BODY, old + ",t=" + NOW.getEpochSecond(), NOW));
        assertFalse(signature.signs(BODY, "t=" + NOW.getEpochSecond() + "," + old, NOW));
    }

    @Test
    void refusesAHeaderWithoutEnd() throws Exception {
        assertFalse(signature.signs(BODY, header(SECRET, NOW, BODY) + ",v1=00".repeat(10_000), NOW));
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        assertFalse(signature.signs(BODY, header("whsec_other", NOW, BODY), NOW));
    }

    @Test
    void refusesOneChangedByte() throws Exception {
        byte[] changed = BODY.clone();
        changed[3]++;

        assertFalse(signature.signs(changed, header(SECRET, NOW, BODY), NOW));
    }

    @Test
    void refusesWhatIsOlderThanFiveMinutes() throws Exception {
        assertTrue(signature.signs(BODY, header(SECRET, NOW.minusSeconds(300), BODY), NOW));
        assertFalse(signature.signs(BODY, header(SECRET, NOW.minusSeconds(301), BODY), NOW));
        assertTrue(signature.signs(BODY, header(SECRET, NOW.plusSeconds(300), BODY), NOW));
        assertFalse(signature.signs(BODY, header(SECRET, NOW.plusSeconds(301), BODY), NOW));
    }

    @Test
    void refusesGarbage() {
        for (String garbage :
                new String[] {"", "t=,v1=", "t=abc,v1=00", "v1=00", "t=99999999999999999999,v1=00", ",,,"}) {
            assertFalse(signature.signs(BODY, garbage, NOW), garbage);
        }
    }

    private static String header(String secret, Instant at, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}

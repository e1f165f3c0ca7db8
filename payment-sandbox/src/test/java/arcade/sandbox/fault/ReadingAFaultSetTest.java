package arcade.sandbox.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAFaultSetTest {
    @Test
    void whatIsLeftOutIsUsual() {
        Rule rule = FaultSetReader.read("{'rules':[{'operation':'*','kind':'timeout'}]}".replace('\'', '"'))
                .rules()
                .get(0);

        assertEquals(new Rule(Operation.ANY, Kind.TIMEOUT, 1, true, 30_000, 200), rule);
    }

    @Test
    void nothingIsASetToo() {
        assertEquals(FaultSet.NONE, FaultSetReader.read("{}"));
    }

    @Test
    void whoIsTurnedAwayIsNeverServed() {
        String rules = "{\"rules\":[{\"operation\":\"*\",\"kind\":\"rate_limit\",\"applied\":true}]}";

        assertFalse(FaultSetReader.read(rules).rules().get(0).applied());
    }

    @Test
    void theLongestSeedIsTakenAsItIs() {
        assertEquals(
                Long.MAX_VALUE,
                FaultSetReader.read("{\"seed\":" + Long.MAX_VALUE + "}").seed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | the body must be a JSON object",
                "{\"seed\": | the body is no JSON",
                "[] | the body must be a JSON object",
                "{\"sede\":1} | sede is unknown; known are seed, rules, webhooks",
                "{\"seed\":1.5} | seed must be a whole number",
                "{\"seed\":\"1\"} | seed must be a whole number",
                "{\"rules\":{}} | rules must be a list",
                "{\"rules\":[1]} | rules[0] must be a JSON object",
                "{\"rules\":[{\"kind\":\"close\"}]} | rules[0].operation must be one of create, update",
                "{\"rules\":[{\"operation\":\"*\",\"kind\":\"cloze\"}]} | rules[0].kind must be one of latency",
                "{\"rules\":[{\"operation\":\"*\",\"kind\":\"close\",\"probability\":2}]} "
                        + "| rules[0].probability must be a number from 0 to 1, not 2",
                "{\"rules\":[{\"operation\":\"*\",\"kind\":\"close\",\"applied\":\"no\"}]} "
                        + "| rules[0].applied must be true or false",
                "{\"rules\":[{\"operation\":\"*\",\"kind\":\"close\",\"millis\":-1}]} | rules[0].millis must be",
                "{\"rules\":[{\"operation\":\"*\",\"kind\":\"close\",\"status\":99}]} | rules[0].status must be",
                "{\"rules\":[{\"operation\":\"*\",\"kind\":\"half_body\",\"applied\":false}]} "
                        + "| rules[0].applied must be true: half_body spoils an answer",
                "{\"webhooks\":{\"drop\":-0.1}} | webhooks.drop must be a number from 0 to 1",
                "{\"webhooks\":{\"lose\":1}} | webhooks.lose is unknown",
            })
    void theFieldAtFaultIsNamed(String json, String message) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> FaultSetReader.read(json));

        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }

    @Test
    void tooManyRulesAreRefused() {
        String rules = "{\"operation\":\"*\",\"kind\":\"close\"},".repeat(FaultSetReader.MAX_RULES + 1);

        assertThrows(
                IllegalArgumentException.class,
                () -> FaultSetReader.read("{\"rules\":[" + rules.substring(0, rules.length() - 1) + "]}"));
    }
}

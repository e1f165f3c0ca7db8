package arcade.till.payment;

/** What an answer taught beside the state; null where it taught nothing, and then the row keeps what it has. */
public record Learned(String intent, String session, String hostedUrl, Long capturedMinor, String reason) {
    private static final int REASON_LENGTH = 100;
    static final Learned NOTHING = new Learned(null, null, null, null, null);

    static Learned intent(String intent) {
        return new Learned(intent, null, null, null, null);
    }

    static Learned reason(String intent, String reason) {
        return new Learned(intent, null, null, null, reason);
    }

    /** What an answer teaches beside the state it leads to. */
    static Learned from(Answer answer) {
        if (answer instanceof Answer.WaitsForShopper waits) {
            return new Learned(waits.intent(), waits.session(), waits.url(), null, null);
        }
        if (answer instanceof Answer.NotExecuted not) {
            return intent(not.intent());
        }
        if (answer instanceof Answer.Declined declined) {
            return intent(declined.intent());
        }
        return answer instanceof Answer.Authorized authorized ? intent(authorized.intent()) : NOTHING;
    }

    /** Why nothing is known, but perhaps the name to ask about. */
    static Learned silence(Answer answer) {
        if (answer instanceof Answer.Unknown unknown) {
            return new Learned(unknown.intent(), unknown.session(), null, null, shortened(unknown.detail()));
        }
        return reason(null, shortened(answer.toString()));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(REASON_LENGTH, text.length()));
    }
}

package arcade.till;

/** What an answer taught beside the state; null where it taught nothing, and then the row keeps what it has. */
record Learned(String intent, String session, String hostedUrl, Long capturedMinor, String reason) {
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
        return answer instanceof Answer.Authorized authorized ? intent(authorized.intent()) : NOTHING;
    }

    /** Why nothing is known. */
    static Learned silence(Answer answer) {
        String text = answer instanceof Answer.Unknown unknown ? unknown.detail() : answer.toString();
        return reason(null, text.substring(0, Math.min(REASON_LENGTH, text.length())));
    }
}

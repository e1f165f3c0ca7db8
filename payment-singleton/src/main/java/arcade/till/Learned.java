package arcade.till;

/** What an answer taught beside the state; null where it taught nothing, and then the row keeps what it has. */
record Learned(String intent, String session, String hostedUrl, Long capturedMinor, String reason) {
    static final Learned NOTHING = new Learned(null, null, null, null, null);

    static Learned intent(String intent) {
        return new Learned(intent, null, null, null, null);
    }

    static Learned reason(String intent, String reason) {
        return new Learned(intent, null, null, null, reason);
    }
}

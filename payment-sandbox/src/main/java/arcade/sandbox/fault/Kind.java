package arcade.sandbox.fault;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/** What goes wrong with a call. */
public enum Kind {
    /** The answer comes later. */
    @SerializedName("latency")
    LATENCY(500, 200),
    /** The connection stays open without an answer, and is closed at last. */
    @SerializedName("timeout")
    TIMEOUT(30_000, 200),
    /** An api_error; when the call was carried out, its idempotency key replays this answer. */
    @SerializedName("error")
    ERROR(0, 500),
    /** The connection is closed without an answer. */
    @SerializedName("close")
    CLOSE(0, 200),
    /** 429 in place of carrying the call out. */
    @SerializedName("rate_limit")
    RATE_LIMIT(0, 429),
    /** A page for people, as a proxy in front of the gateway sends it. */
    @SerializedName("html")
    HTML(0, 502),
    /** The connection is closed in the middle of the body. */
    @SerializedName("half_body")
    HALF_BODY(0, 200),
    /** The answer tells of another intent. */
    @SerializedName("other_intent")
    OTHER_INTENT(0, 200),
    /** The answer tells of other amounts. */
    @SerializedName("other_amount")
    OTHER_AMOUNT(0, 200),
    /** The answer tells of another currency. */
    @SerializedName("other_currency")
    OTHER_CURRENCY(0, 200);

    private final long usualMillis;
    private final int usualStatus;

    Kind(long usualMillis, int usualStatus) {
        this.usualMillis = usualMillis;
        this.usualStatus = usualStatus;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    long usualMillis() {
        return usualMillis;
    }

    int usualStatus() {
        return usualStatus;
    }

    /** Whether it spoils an answer, so that the call must have been carried out. */
    boolean needsAnswer() {
        return this == HALF_BODY || this == OTHER_INTENT || this == OTHER_AMOUNT || this == OTHER_CURRENCY;
    }
}

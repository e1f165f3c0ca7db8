package arcade.sandbox.payment;

import com.google.gson.annotations.SerializedName;

/** The life of a payment intent. */
public enum IntentStatus {
    @SerializedName("requires_payment_method")
    REQUIRES_PAYMENT_METHOD,
    @SerializedName("requires_confirmation")
    REQUIRES_CONFIRMATION,
    @SerializedName("requires_action")
    REQUIRES_ACTION,
    @SerializedName("requires_capture")
    REQUIRES_CAPTURE,
    @SerializedName("succeeded")
    SUCCEEDED,
    @SerializedName("canceled")
    CANCELED;

    /** Not yet authorized: a card can still be tried, and amount and method changed. */
    public boolean isOpen() {
        return this == REQUIRES_PAYMENT_METHOD || this == REQUIRES_CONFIRMATION || this == REQUIRES_ACTION;
    }

    /** Nothing will happen to it any more, except refunds. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == CANCELED;
    }

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package arcade.sandbox.checkout;

import com.google.gson.annotations.SerializedName;

/** The life of a checkout session; complete and expired are final. */
public enum SessionStatus {
    @SerializedName("open")
    OPEN,
    @SerializedName("complete")
    COMPLETE,
    @SerializedName("expired")
    EXPIRED
}

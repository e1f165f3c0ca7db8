package arcade.sandbox.fault;

import com.google.gson.annotations.SerializedName;
import java.util.Arrays;

/** What a call does, as far as rules tell calls apart. */
public enum Operation {
    @SerializedName("create")
    CREATE("create", "POST payment_intents"),
    @SerializedName("update")
    UPDATE("update", "POST payment_intents/*"),
    @SerializedName("confirm")
    CONFIRM("confirm", "POST payment_intents/*/confirm"),
    @SerializedName("capture")
    CAPTURE("capture", "POST payment_intents/*/capture"),
    @SerializedName("cancel")
    CANCEL("cancel", "POST payment_intents/*/cancel"),
    @SerializedName("refund")
    REFUND("refund", "POST refunds"),
    @SerializedName("session.create")
    SESSION_CREATE("session.create", "POST checkout/sessions"),
    @SerializedName("session.retrieve")
    SESSION_RETRIEVE("session.retrieve", "GET checkout/sessions/*"),
    @SerializedName("session.expire")
    SESSION_EXPIRE("session.expire", "POST checkout/sessions/*/expire"),
    /** Any other object by its id. */
    @SerializedName("retrieve")
    RETRIEVE("retrieve", ""),
    /** Any list. */
    @SerializedName("list")
    LIST("list", ""),
    /** Customers and payment methods are made. */
    @SerializedName("other")
    OTHER("other", ""),
    /** Stands for all of them in a rule. */
    @SerializedName("*")
    ANY("*", "");

    private final String label;
    private final String route;

    Operation(String label, String route) {
        this.label = label;
        this.route = route;
    }

    /** @param pattern the path after {@code /v1/}, with {@code *} for the identifier */
    public static Operation of(String method, String pattern) {
        String route = method + " " + pattern;
        return Arrays.stream(values())
                .filter(each -> each.route.equals(route))
                .findFirst()
                .orElseGet(() -> unnamed(method, pattern));
    }

    private static Operation unnamed(String method, String pattern) {
        if (!method.equals("GET")) {
            return OTHER;
        }
        return pattern.endsWith("*") ? RETRIEVE : LIST;
    }

    String label() {
        return label;
    }

    boolean covers(Operation other) {
        return this == ANY || this == other;
    }
}

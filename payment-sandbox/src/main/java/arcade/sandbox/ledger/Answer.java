package arcade.sandbox.ledger;

/**
 * What a request is answered with.
 *
 * @param body JSON
 * @param originalRequest the id of the request that was answered so first, when this is a replay; else null
 */
public record Answer(int status, String body, String originalRequest) {
    public static Answer of(int status, String body) {
        return new Answer(status, body, null);
    }

    public static Answer ok(Object body) {
        return of(200, Json.text(body));
    }

    public boolean isReplay() {
        return originalRequest != null;
    }
}

package arcade.system.harness;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;

/** What the API answered. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public JsonObject json() {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String text(String member) {
        return json().get(member).getAsString();
    }

    /** @throws AssertionError with the body when it has another status */
    public Answer expect(int wanted) {
        if (status() != wanted) {
            throw new AssertionError(this + "\nexpected status " + wanted);
        }
        return this;
    }

    /** A problem document that says something a person can use. */
    public Answer expectProblem(int wanted) {
        expect(wanted);
        boolean problem = header("Content-Type").startsWith("application/problem+json")
                && json().get("status").getAsInt() == wanted
                && !text("title").isBlank()
                && !text("detail").isBlank();
        if (!problem) {
            throw new AssertionError(this + "\nis no problem document");
        }
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " → " + status() + " " + header("Content-Type")
                + "\n" + response.body();
    }
}

package arcade.web.request;

import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;

/** Query parameters that count pages and what is on them. */
public final class PageNumber {
    private PageNumber() {}

    /** @param text as it was sent; null: {@code usual}. What is no number from 1 to {@code most} is a problem that names it. */
    public static int read(String name, String text, int usual, int most) {
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            String detail = "The query parameter " + name + " is a number from 1 to " + most + ", not " + text + ".";
            throw new ProblemException(Problem.of(400, "wrong-parameter", "A query parameter is wrong", detail));
        }
        return Integer.parseInt(text);
    }
}

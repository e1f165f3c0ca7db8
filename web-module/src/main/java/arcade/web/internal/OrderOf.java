package arcade.web.internal;

import arcade.shared.Token;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;

/** The order that a path names. */
final class OrderOf {
    private OrderOf() {}

    static Token token(String order) {
        if (!Token.isToken(order)) {
            throw unknown(order);
        }
        return new Token(order);
    }

    static ProblemException unknown(String order) {
        return new ProblemException(
                Problem.of(404, "no-such-order", "No such order", "There is no order " + order + "."));
    }
}

package arcade.web.fulfilment;

import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.LineProgress;
import arcade.fulfilment.Outcome;
import arcade.fulfilment.Outcome.Refused;
import arcade.fulfilment.ReturnCase.Reason;
import arcade.fulfilment.ReturnWish;
import arcade.fulfilment.Returns;
import arcade.ordering.OrderView;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /orders/{token}/return}: first which pieces and why, by GET, so that the way back is harmless; then the same shown for
 * confirmation, by POST, under a key that makes a double click one return.
 */
public class ReturnPage extends OrderAction {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient Returns returns;

    /**
     * @param rows what can come back, or of a confirmation what is to
     * @param notice why nothing was announced, or empty
     */
    public record Page(
            OrderView order,
            AfterOrder after,
            ReturnForm form,
            List<ReturnForm.Row> rows,
            String notice,
            Wording words) {
        public Reason[] reasons() {
            return Reason.values();
        }

        public String reason(Reason reason) {
            return words.say(
                    switch (reason) {
                        case CHANGED_MIND -> "return.reason.changed";
                        case DOES_NOT_FIT -> "return.reason.fit";
                        case NOT_AS_DESCRIBED -> "return.reason.described";
                        case DAMAGED -> "return.reason.damaged";
                        case WRONG_ARTICLE -> "return.reason.wrong";
                    });
        }

        public String chosenReason() {
            return reason(form.theReason().orElseThrow());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isPresent()) {
            AfterOrder after = after(request, order.get());
            ReturnForm form = parameter(request, "check").isEmpty()
                    ? ReturnForm.empty()
                    : typed(request, after).checked(after.lines(), Words.of(store(request)));
            show(request, response, order.get(), after, form, "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isEmpty()) {
            return;
        }
        AfterOrder after = after(request, order.get());
        ReturnForm form = typed(request, after);
        if (!Token.isToken(form.key()) || form.theReason().isEmpty()) {
            seeOther(response, address(order.get()) + "/return");
            return;
        }
        Outcome outcome = returns.request(
                store(request),
                order.get().token(),
                new ReturnWish(
                        form.key(), numbers(form.pieces()), form.theReason().get(), form.remark()));
        if (outcome instanceof Refused refused) {
            refuse(request, response, order.get(), form, refused);
        } else {
            done(response, order.get(), "return");
        }
    }

    /** The choice once more, of what is left by now: beside its fields it says what is wrong, or above them. */
    private void refuse(
            HttpServletRequest request, HttpServletResponse response, OrderView order, ReturnForm form, Refused refused)
            throws ServletException, IOException {
        AfterOrder now = after(request, order);
        Wording words = Words.of(store(request));
        ReturnForm checked = form.checked(now.lines(), words);
        String why = words.say(
                switch (refused.reason()) {
                    case TOO_LATE -> "return.refused.late";
                    case TOO_MANY -> "return.refused.many";
                    default -> "return.refused";
                });
        response.setStatus(UNPROCESSABLE);
        show(request, response, order, now, checked, checked.errors().isEmpty() ? why : "");
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            OrderView order,
            AfterOrder after,
            ReturnForm form,
            String notice)
            throws ServletException, IOException {
        List<ReturnForm.Row> rows = form.rows(after.lines());
        boolean confirm = !form.reason().isEmpty() && form.errors().isEmpty() && notice.isEmpty();
        List<ReturnForm.Row> shown = confirm
                ? rows.stream().filter(row -> !row.typed().matches("0+")).toList()
                : rows;
        ReturnForm filled = confirm ? form.with(Token.random().value()) : form;
        Page page = new Page(order, after, filled, shown, notice, Words.of(store(request)));
        showForm(request, response, confirm ? "return-confirm" : "return", "return.title", page);
    }

    private static ReturnForm typed(HttpServletRequest request, AfterOrder after) {
        Map<Integer, String> pieces = new LinkedHashMap<>();
        for (LineProgress line : after.lines()) {
            String typed = parameter(request, "q" + line.position());
            if (!typed.isEmpty()) {
                pieces.put(line.position(), typed);
            }
        }
        return new ReturnForm(
                parameter(request, "key"),
                pieces,
                parameter(request, "reason"),
                parameter(request, "remark"),
                Map.of());
    }

    /** What is no number is no piece: the shop's own rules say the rest. */
    private static Map<Integer, Integer> numbers(Map<Integer, String> typed) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        typed.forEach((position, text) -> {
            if (!text.matches("0+")) {
                numbers.put(position, text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0);
            }
        });
        return numbers;
    }
}

package arcade.sandbox.checkout;

import arcade.sandbox.card.Decline;
import arcade.sandbox.ledger.Books;
import arcade.sandbox.page.Template;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws the gateway's pages. */
final class Pages {
    private final Template pay = Template.named(Pages.class, "pay.html");
    private final Template authenticate = Template.named(Pages.class, "authenticate.html");
    private final Template notice = Template.named(Pages.class, "notice.html");

    /** The form for a card. */
    String pay(Books books, CheckoutSession session, Optional<Decline> problem) {
        Locale locale = locale(session);
        List<LineItem> items = books.shelf(LineItem.class).under(session.id());
        Map<String, String> values = new HashMap<>();
        values.put("lang", locale.toLanguageTag());
        values.put("merchant", CheckoutDesk.plan(books, session).merchant());
        values.put("amount", money(session.amountTotal(), session.currency(), locale));
        values.put("items", items(items, session.currency(), locale));
        values.put("reference", session.clientReferenceId() == null ? "" : reference(session.clientReferenceId()));
        values.put("cancel", session.cancelUrl().map(Pages::cancelLink).orElse(""));
        values.put("problem", problem.map(Pages::alert).orElse(""));
        String field = problem.map(Decline::parameter).orElse("");
        values.put("numberfault", fault(field, "number"));
        values.put("expiryfault", fault(field, "exp_"));
        values.put("cvcfault", fault(field, "cvc"));
        return pay.fill(values);
    }

    /** The bank's question. */
    String authenticate(String amount, String lastFour) {
        return authenticate.fill(Map.of("amount", amount, "last", lastFour));
    }

    /** A page that has nothing to ask. */
    String notice(String title, String text, Optional<String> back) {
        String link = back.map(address -> "<p><a class=\"button quiet\" href=\"" + Template.escape(address)
                        + "\">Back to the shop</a></p>")
                .orElse("");
        return notice.fill(Map.of("title", title, "text", text, "link", link));
    }

    static String money(long minor, String currencyCode, Locale locale) {
        Currency currency = Currency.getInstance(currencyCode.toUpperCase(Locale.ROOT));
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(java.math.BigDecimal.valueOf(minor, digits));
    }

    static Locale locale(CheckoutSession session) {
        String wanted = session.locale();
        boolean isGiven = wanted != null && !wanted.equals("auto");
        return isGiven ? Locale.forLanguageTag(wanted) : Locale.ENGLISH;
    }

    private static String items(List<LineItem> items, String currency, Locale locale) {
        StringBuilder html = new StringBuilder();
        for (LineItem item : items) {
            String times = item.quantity() == 1 ? "" : " <span class=\"times\">× " + item.quantity() + "</span>";
            html.append("<li><span>").append(Template.escape(item.description()));
            html.append(times).append("</span><span class=\"sum\">");
            html.append(Template.escape(money(item.amountTotal(), currency, locale)));
            html.append("</span></li>\n");
        }
        return html.toString();
    }

    private static String reference(String reference) {
        return "<p class=\"reference\">Reference <b>" + Template.escape(reference) + "</b></p>";
    }

    private static String cancelLink(String address) {
        return "<a class=\"cancel\" href=\"" + Template.escape(address) + "\">Cancel and go back to the shop</a>";
    }

    private static String alert(Decline problem) {
        String advice = problem.parameter() == null ? " Please try another card." : "";
        return "<p class=\"alert\" role=\"alert\" id=\"problem\">" + Template.escape(problem.message()) + advice
                + "</p>";
    }

    private static String fault(String field, String name) {
        boolean isAtFault = field != null && field.startsWith(name);
        return isAtFault ? " aria-invalid=\"true\" aria-describedby=\"problem\" autofocus" : "";
    }
}

package arcade.web.account;

import arcade.customer.Wrong;
import arcade.shared.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form of the account's pages, and what is wrong with it. A password is never shown again.
 *
 * @param values by field
 * @param errors by field, in the order of the page
 */
public record AccountForm(Map<String, String> values, Map<String, String> errors) {
    /** In the order of the pages. */
    private static final List<String> FIELDS =
            List.of("name", "line1", "postalCode", "city", "country", "email", "current", "password");

    static AccountForm of(Map<String, String> values) {
        return new AccountForm(Map.copyOf(values), Map.of());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The form with a sentence beside each field that was refused. */
    AccountForm with(List<Wrong> wrong, Wording words) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : FIELDS) {
            wrong.stream()
                    .filter(each -> each.field().equals(field))
                    .findFirst()
                    .ifPresent(each -> texts.put(field, sentence(each, words)));
        }
        return new AccountForm(values, texts);
    }

    private static String sentence(Wrong wrong, Wording words) {
        return switch (wrong.reason()) {
            case MISSING -> words.say("wrong.missing", words.say("field." + wrong.field()));
            case TOO_LONG -> words.say("wrong.long", words.say("field." + wrong.field()));
            case NOT_AN_EMAIL -> words.say("wrong.email");
            case TAKEN -> words.say("wrong.taken");
            case TOO_SHORT -> words.say("wrong.short");
            case EASILY_GUESSED -> words.say("wrong.guessed");
            case NOT_THE_PASSWORD -> words.say("wrong.password");
        };
    }
}

package arcade.web.fulfilment;

import arcade.fulfilment.LineProgress;
import arcade.fulfilment.ReturnCase.Reason;
import arcade.fulfilment.ReturnWish;
import arcade.shared.Wording;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed on the page of a return, and what is wrong with it.
 *
 * @param key makes the return unique: made when the choice is shown for confirmation
 * @param pieces as typed, by the line's position
 * @param errors by field, in the order of the page
 */
public record ReturnForm(
        String key, Map<Integer, String> pieces, String reason, String remark, Map<String, String> errors) {

    /** A line of which pieces can come back. */
    public record Row(int position, String title, String variantTitle, int most, String typed) {}

    static ReturnForm empty() {
        return new ReturnForm("", Map.of(), "", "", Map.of());
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public List<Row> rows(List<LineProgress> lines) {
        return lines.stream()
                .filter(line -> line.returnable() > 0)
                .map(line -> new Row(
                        line.position(),
                        line.title(),
                        line.variantTitle(),
                        line.returnable(),
                        pieces.getOrDefault(line.position(), "0")))
                .toList();
    }

    /** The form with a sentence beside each field that is wrong. */
    ReturnForm checked(List<LineProgress> lines, Wording words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Row row : rows(lines)) {
            if (!row.typed().matches("[0-9]{1,4}") || Integer.parseInt(row.typed()) > row.most()) {
                wrong.put("q" + row.position(), words.say("return.wrong.pieces", row.most()));
            }
        }
        if (wrong.isEmpty() && wish(lines).isEmpty()) {
            wrong.put("pieces", words.say("return.wrong.nothing"));
        }
        if (theReason().isEmpty()) {
            wrong.put("reason", words.say("return.wrong.reason"));
        }
        if (remark.length() > ReturnWish.LONGEST_REMARK) {
            wrong.put("remark", words.say("return.wrong.remark", ReturnWish.LONGEST_REMARK));
        }
        return new ReturnForm(key, pieces, reason, remark, wrong);
    }

    /** The pieces that were chosen, of a form in which they are numbers. */
    Map<Integer, Integer> wish(List<LineProgress> lines) {
        Map<Integer, Integer> wish = new LinkedHashMap<>();
        for (Row row : rows(lines)) {
            if (!row.typed().matches("0{1,4}")) {
                wish.put(row.position(), Integer.parseInt(row.typed()));
            }
        }
        return wish;
    }

    Optional<Reason> theReason() {
        return Arrays.stream(Reason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
    }

    ReturnForm with(String itsKey) {
        return new ReturnForm(itsKey, pieces, reason, remark, errors);
    }
}

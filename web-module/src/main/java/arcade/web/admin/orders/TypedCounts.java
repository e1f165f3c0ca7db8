package arcade.web.admin.orders;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of pieces as a form brought them, and the fields that brought something else. */
final class TypedCounts {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

    private final Set<String> wrong = new HashSet<>();

    /** Empty: nothing was typed, which is none; or no number of pieces, and then the field is wrong. */
    OptionalInt read(String field, String typed) {
        if (COUNT.matcher(typed).matches()) {
            return OptionalInt.of(Integer.parseInt(typed));
        }
        if (!typed.isEmpty()) {
            wrong.add(field);
        }
        return OptionalInt.empty();
    }

    boolean areWrong() {
        return !wrong.isEmpty();
    }

    boolean isWrong(String field) {
        return wrong.contains(field);
    }
}

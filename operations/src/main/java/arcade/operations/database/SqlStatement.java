package arcade.operations.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a migration script.
 *
 * @param text without comments, blanks made one; what stood in quotes is empty quotes, so that no word in it is taken for SQL
 * @param comments that stood before and in it, a line each, without their dashes
 */
record SqlStatement(String text, List<String> comments) {
    /** Also {@code #} and C comments; a quote in a quote is doubled or escaped. */
    private static final Pattern PART = Pattern.compile(
            "--[ \\t]?([^\\n]*)|#([^\\n]*)|/\\*(.*?)\\*/|('(?:[^'\\\\]|''|\\\\.)*')|(\"(?:[^\"\\\\]|\"\"|\\\\.)*\")|(;)|([^-#/'\";]+|.)",
            Pattern.DOTALL);

    static List<SqlStatement> of(String script) {
        List<SqlStatement> statements = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> comments = new ArrayList<>();
        for (Matcher part = PART.matcher(script); part.find(); ) {
            if (part.group(6) != null) {
                add(statements, text, comments);
                text = new StringBuilder();
                comments = new ArrayList<>();
            } else if (part.group(4) != null || part.group(5) != null) {
                text.append("''");
            } else if (part.group(7) != null) {
                text.append(part.group(7));
            } else {
                text.append(' ');
                comments.add(comment(part).strip());
            }
        }
        add(statements, text, comments);
        return statements;
    }

    private static String comment(Matcher part) {
        for (int group = 1; group <= 3; group++) {
            if (part.group(group) != null) {
                return part.group(group);
            }
        }
        return "";
    }

    private static void add(List<SqlStatement> statements, StringBuilder text, List<String> comments) {
        String blank = text.toString().replaceAll("\\s+", " ").replace("`", "").strip();
        if (!blank.isEmpty()) {
            statements.add(new SqlStatement(blank, List.copyOf(comments)));
        }
    }

    boolean begins(String words) {
        return (upper() + " ").startsWith(words + " ");
    }

    /** What follows {@code -- word:} in a comment of this statement. */
    Optional<String> marked(String word) {
        return comments.stream()
                .filter(comment -> comment.startsWith(word + ":"))
                .map(comment -> comment.substring(word.length() + 1).strip())
                .findFirst();
    }

    /** The table of an ALTER TABLE, and what is altered, a clause each; empty for other statements. */
    List<String> clauses() {
        String rest = upper().replaceFirst("^ALTER (ONLINE )?(IGNORE )?TABLE (IF EXISTS )?\\S+ ", "");
        if (rest.equals(upper())) {
            return List.of();
        }
        List<String> clauses = new ArrayList<>();
        int depth = 0;
        StringBuilder clause = new StringBuilder();
        for (char letter : rest.toCharArray()) {
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                clauses.add(clause.toString().strip());
                clause.setLength(0);
            } else {
                clause.append(letter);
            }
        }
        clauses.add(clause.toString().strip());
        return clauses;
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}

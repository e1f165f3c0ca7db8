package arcade.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page with one form of plain fields. The form brings the version it was made from; when somebody else was first, it is shown again with
 * what was typed, beside each field what he made of it, and the version that is true now.
 */
public abstract class FormPage extends Page {
    /** What a ticked box sends. */
    public static final String ON = "on";

    private final Map<String, String> typed = new HashMap<>();
    private Map<String, String> stored = Map.of();
    private Map<String, String> wrong = Map.of();
    private long version;
    private boolean late;

    /** Of the keys of its fields' words: {@code kind.field.name}, {@code kind.hint.name}. */
    protected abstract String kind();

    /** The words before a field. */
    public String label(String field) {
        return desk().say(kind() + ".field." + field);
    }

    public String hint(String field) {
        return desk().say(kind() + ".hint." + field);
    }

    /** Shows what is stored, by field; then what was typed over it. */
    protected void read(Map<String, String> now, long nowVersion, List<String> fields) {
        stored = now;
        version = nowVersion;
        typed.putAll(now);
        // Who may not change it sends nothing that counts: what is stored is shown, and tried.
        if (isSent("version") && desk().may("SHOPKEEPER")) {
            fields.forEach(field -> typed.put(field, parameter(field)));
            version = number("version");
        }
    }

    /** Somebody else was first; nothing was written. @param key of what is said about it */
    protected void tooLate(Map<String, String> now, long nowVersion, String key) {
        stored = now;
        version = nowVersion;
        late = true;
        refuse(key);
    }

    /** @param problems keys of what is said beside the fields */
    protected void say(Map<String, String> problems) {
        wrong = problems;
    }

    /** What the form shows, by field. */
    protected Map<String, String> typed() {
        return typed;
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean isTicked(String field) {
        return typed(field).equals(ON);
    }

    /** What is to be said beside the field; empty: nothing. */
    public String wrong(String field) {
        return wrong.containsKey(field) ? desk().say(wrong.get(field)) : "";
    }

    /** Ids of what stands beside the field; null: nothing does. */
    public String described(String field, boolean hinted) {
        String ids = (hinted ? field + "-hint " : "")
                + (wrong.containsKey(field) ? field + "-wrong " : "")
                + (isOther(field) ? field + "-theirs" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** Whether somebody else left something else in the field. */
    public boolean isOther(String field) {
        return late && !stored(field).equals(typed(field));
    }

    public String stored(String field) {
        return stored.getOrDefault(field, "");
    }

    /** The version of the form as it is shown: of the page that was sent, unless that one came too late. */
    public long getVersion() {
        return version;
    }
}

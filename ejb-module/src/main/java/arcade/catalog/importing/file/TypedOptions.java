package arcade.catalog.importing.file;

import arcade.catalog.importing.file.TypedDraft.Choice;
import arcade.catalog.importing.file.TypedDraft.Wrong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Options as they are typed, {@code Colour: red, blue}, and what can be chosen by them. */
final class TypedOptions {
    private static final int MOST = 3;

    private final Map<String, Wrong> wrong;
    private final List<String> names = new ArrayList<>();
    private List<List<String>> combinations = List.of(List.of());

    /** @param wrong gets what cannot be read, by the field's name */
    TypedOptions(Map<String, String> typed, Map<String, Wrong> wrong) {
        this.wrong = wrong;
        for (int i = 1; i <= MOST; i++) {
            String field = "option" + i;
            String text =
                    typed.getOrDefault(field, "").replaceAll("\\p{Cntrl}+", " ").strip();
            if (!text.isEmpty()) {
                read(field, text);
            }
        }
    }

    List<String> names() {
        return names;
    }

    /** In the order of the options, the last one changing first; one without a choice if nothing can be chosen. */
    List<Choice> choices(String handle) {
        return combinations.stream()
                .map(values -> new Choice(SkuMaker.of("v", values).value(), values, SkuMaker.of(handle, values)))
                .toList();
    }

    private void read(String field, String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon).strip();
        List<String> values = Arrays.stream(text.substring(colon + 1).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        boolean unreadable = name.isEmpty()
                || name.length() > DraftMaker.LONGEST_OPTION
                || values.isEmpty()
                || values.stream().anyMatch(value -> value.length() > VariantMaker.LONGEST_VALUE);
        if (unreadable) {
            wrong.put(field, Wrong.OPTION);
        } else if (isTwice(values) || names.stream().anyMatch(name::equalsIgnoreCase)) {
            wrong.put(field, Wrong.OPTION_TWICE);
        } else if ((long) combinations.size() * values.size() > TypedDraft.MOST_VARIANTS) {
            wrong.put(field, Wrong.TOO_MANY);
        } else {
            names.add(name);
            combinations = combinations.stream()
                    .flatMap(before -> values.stream().map(value -> with(before, value)))
                    .toList();
        }
    }

    private static List<String> with(List<String> before, String value) {
        List<String> all = new ArrayList<>(before);
        all.add(value);
        return List.copyOf(all);
    }

    private static boolean isTwice(List<String> values) {
        return values.stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < values.size();
    }
}

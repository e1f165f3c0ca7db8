package arcade.web.store;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All countries, sorted as people of one language look for them. */
final class Countries {
    private Countries() {}

    /** ISO 3166 codes. */
    static List<String> of(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        Map<String, CollationKey> places = Arrays.stream(Locale.getISOCountries())
                .collect(Collectors.toMap(code -> code, code -> collator.getCollationKey(name(code, locale))));
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String name(String code, Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }
}

package arcade.catalog.importing;

import arcade.catalog.importing.file.ProductDraft;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** The words a product is found by besides its title. */
final class SearchText {
    /** A TEXT column holds 65,535 bytes, and a letter may take four. */
    private static final int LONGEST = 16_000;

    private SearchText() {}

    static String of(ProductDraft draft) {
        Stream<String> options = draft.variants().stream().flatMap(variant -> variant.options().stream());
        Stream<String> skus =
                draft.variants().stream().map(variant -> variant.sku().value());
        Stream<String> words = Stream.of(
                draft.tags(),
                draft.type(),
                draft.vendor(),
                Jsoup.parseBodyFragment(draft.bodyHtml()).text());
        String text = Stream.concat(words, Stream.concat(options, skus))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

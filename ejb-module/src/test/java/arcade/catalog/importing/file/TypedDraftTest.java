package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.file.TypedDraft.Choice;
import arcade.catalog.importing.file.TypedDraft.Wrong;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDraftTest {
    private final Map<String, String> typed =
            new HashMap<>(Map.of("title", "Größe Jug", "price:v", "12,50", "pieces:v", "7", "option1", ""));

    @Test
    void whatIsTypedBecomesWhatAFileWouldBring() {
        typed.put("description", "<h1>Blue</h1><script>x()</script>");
        typed.put("compare:v", "15");
        typed.put("content:v", "330 ml / 100ml");

        ProductDraft product = draft().draft("Cups").orElseThrow();

        assertEquals("grosse-jug", product.handle());
        assertEquals("<h3>Blue</h3>", product.bodyHtml());
        assertEquals("Cups", product.type());
        assertFalse(product.published());
        VariantDraft variant = product.variants().get(0);
        assertEquals("grosse-jug", variant.sku().value());
        assertEquals(1250, variant.priceMinor());
        assertEquals(Optional.of(1500L), variant.compareAtMinor());
        assertTrue(variant.tracked());
        assertEquals(7, variant.pieces());
        assertEquals("100", variant.content().orElseThrow().baseAmount().toPlainString());
    }

    @Test
    void piecesThatAreNotTypedAreNotCounted() {
        typed.put("pieces:v", " ");
        typed.put("published", "on");

        ProductDraft product = draft().draft("").orElseThrow();

        assertFalse(product.variants().get(0).tracked());
        assertTrue(product.published());
    }

    @Test
    void eachCombinationIsAVariantAndKeepsItsFieldsWhenOthersCome() {
        typed.put("option1", "Colour: red, Ocean Blue");
        List<String> before = keys(draft());
        typed.put("option1", "Colour: green, red, Ocean Blue");
        typed.put("option3", "Size:S,M");

        assertEquals(List.of("v.red", "v.ocean-blue"), before);
        TypedDraft draft = draft();
        assertEquals(
                List.of("green / S", "green / M", "red / S", "red / M", "Ocean Blue / S", "Ocean Blue / M"),
                draft.choices().stream().map(Choice::title).toList());
        assertEquals(
                "grosse-jug.ocean-blue.m", draft.choices().get(5).proposed().value());
        for (String key : keys(draft)) {
            typed.put("price:" + key, "1");
        }
        assertEquals(List.of("Colour", "Size"), draft().draft("").orElseThrow().optionNames());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|''|TITLE",
                "title|LONG|TITLE",
                "handle|Not a handle|HANDLE",
                "handle|_x|HANDLE",
                "handle|LONG|HANDLE",
                "vendor|LONG|VENDOR",
                "description|LONGEST|DESCRIPTION",
                "option1|red, blue|OPTION",
                "option1|Colour:|OPTION",
                "option1|Colour: , ,|OPTION",
                "option1|: red|OPTION",
                "option1|Colour: LONG|OPTION",
                "option1|LONG: red|OPTION",
                "option1|Colour: red, RED|OPTION_TWICE",
                "sku:v|a b|SKU",
                "sku:v|ü|SKU",
                "sku:v|LONG|SKU",
                "price:v|''|PRICE",
                "price:v|-1|PRICE",
                "price:v|1.000|PRICE",
                "price:v|1,000.00|PRICE",
                "price:v|1e3|PRICE",
                "price:v|10000000.01|PRICE",
                "compare:v|12.50|COMPARE_AT",
                "compare:v|x|COMPARE_AT",
                "pieces:v|-1|PIECES",
                "pieces:v|1.5|PIECES",
                "pieces:v|1000001|PIECES",
                "content:v|330|CONTENT",
                "content:v|330 pints|CONTENT",
                "content:v|ml|CONTENT",
                "content:v|330 ml / 1 l / 2|CONTENT",
                "content:v|0 ml|CONTENT",
                "content:v|330 ml / kg|CONTENT"
            })
    void aBadFieldIsNamed(String field, String text, Wrong why) {
        typed.put("handle", "jug");
        typed.put(field, text.replace("LONGEST", "x".repeat(5_001)).replace("LONG", "x".repeat(256)));

        TypedDraft draft = draft();

        assertTrue(draft.draft("").isEmpty());
        assertEquals(Map.of(field, why), draft.wrong());
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        typed.putAll(Map.of("title", "", "handle", "", "price:v", "free", "pieces:v", "many"));

        TypedDraft draft = draft();
        draft.draft("");

        assertEquals(
                Map.of(
                        "title", Wrong.TITLE,
                        "handle", Wrong.HANDLE,
                        "price:v", Wrong.PRICE,
                        "pieces:v", Wrong.PIECES),
                draft.wrong());
    }

    @Test
    void aSkuIsOneVariants() {
        typed.put("option1", "Size: S, M, L");
        for (String key : keys(draft())) {
            typed.put("price:" + key, "1");
        }
        typed.put("sku:v.s", "JUG");
        typed.put("sku:v.l", "JUG");

        TypedDraft draft = draft();
        draft.draft("");

        assertEquals(Map.of("sku:v.l", Wrong.SKU_TWICE), draft.wrong());
    }

    @Test
    void thereAreAsManyVariantsAsOneCanFillIn() {
        typed.put("option1", "A: " + values(10));
        typed.put("option2", "B: " + values(10));

        assertEquals(TypedDraft.MOST_VARIANTS, draft().choices().size());
        assertEquals(Map.of(), draft().wrong());
        typed.put("option3", "C: 1, 2");
        assertEquals(Map.of("option3", Wrong.TOO_MANY), draft().wrong());
        typed.put("option3", "b: 1");
        assertEquals(Map.of("option3", Wrong.OPTION_TWICE), draft().wrong());
    }

    private TypedDraft draft() {
        return new TypedDraft(typed, Currency.getInstance("EUR"), ProductFileFixture.LIMITS);
    }

    private static List<String> keys(TypedDraft draft) {
        return draft.choices().stream().map(Choice::key).toList();
    }

    private static String values(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}

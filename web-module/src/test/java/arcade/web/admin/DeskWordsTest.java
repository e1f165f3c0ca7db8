package arcade.web.admin;

import static arcade.staff.StaffAnswer.CODE;
import static arcade.staff.StaffAnswer.DONE;
import static arcade.staff.StaffAnswer.PASSWORD;
import static arcade.staff.StaffAnswer.PRESENT_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.file.TypedDraft;
import arcade.desk.catalogue.TakeBackPlan;
import arcade.desk.goods.StockDesk;
import arcade.desk.pictures.PictureAnswer;
import arcade.desk.promotions.PromotionState;
import arcade.payment.PaymentState;
import arcade.payment.RefundDecision;
import arcade.promotion.Judgement.Verdict;
import arcade.shared.Wording;
import arcade.staff.StaffAnswer;
import arcade.staff.StaffRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The back office speaks two languages, and each says everything. */
class DeskWordsTest {
    private static final Pattern SAID = Pattern.compile("say\\('([a-z][a-z.-]*)'|refuse\\(\"([a-z][a-z.-]*)\"[,)]");
    private static final Pattern SPOKEN = Pattern.compile(">[^<>#{}]*[A-Za-z]{3,}[^<>{}]*<");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(keys(Locale.ROOT), keys(Locale.GERMAN));
        assertTrue(keys(Locale.ROOT).size() > 200);
    }

    @Test
    void whatPagesSayIsThere() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path file : pages()) {
            SAID.matcher(Files.readString(file))
                    .results()
                    .map(result -> result.group(1) == null ? result.group(2) : result.group(1))
                    .forEach(said::add);
        }
        said.removeAll(keys(Locale.ROOT));
        // Put together from a code, which stands in the next test.
        said.removeIf(key -> key.endsWith("."));

        assertEquals(Set.of(), said);
    }

    @Test
    void everyCodeHasAWord() {
        codes("payment.", PaymentState.values());
        codes("refund.wrong.", RefundDecision.Reason.values());
        codes("movement.", StockDesk.Reason.values());
        codes("import.outcome.", TakeBackPlan.Outcome.values());
        codes("import.part.", TakeBackPlan.Part.values());
        codes("new.wrong.", TypedDraft.Wrong.values());
        codes(
                "staff.answer.",
                EnumSet.complementOf(EnumSet.of(DONE, PASSWORD, PRESENT_PASSWORD, CODE))
                        .toArray(new StaffAnswer[0]));
        codes("password.", PASSWORD, PRESENT_PASSWORD, StaffAnswer.BUSY);
        codes("role.", StaffRole.values());
        codes("picture.wrong.", PictureAnswer.Wrong.values());
        codes("promotion.state.", PromotionState.values());
        codes("verdict.", EnumSet.complementOf(EnumSet.of(Verdict.APPLIED)).toArray(new Verdict[0]));
        for (AdminAddress address : AdminAddress.values()) {
            if (address.isInMenuOf(StaffRole.ADMIN)) {
                assertTrue(keys(Locale.ROOT).contains(address.key()), address.key());
            }
        }
    }

    @Test
    void noPageSpeaksOneLanguageOnly() throws IOException {
        for (Path file : pages()) {
            if (file.toString().endsWith(".xhtml")) {
                String page = Files.readString(file).replace("· Arcade<", "<");
                assertEquals(
                        Set.of(),
                        SPOKEN.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet()),
                        file.toString());
            }
        }
    }

    @Test
    void theLanguageIsTheFirstThatTheBrowserAsksForAndWeSpeak() {
        assertEquals(
                "de-AT",
                Desk.words(List.of(Locale.FRENCH, Locale.forLanguageTag("de-AT")))
                        .locale()
                        .toLanguageTag());
        assertEquals("Orders", Desk.words(List.of(Locale.JAPANESE)).say("menu.orders"));
        assertEquals(
                "Bestellungen", Desk.words(List.of(Locale.GERMANY, Locale.UK)).say("menu.orders"));
    }

    @Test
    void aNoticeThatSomebodyMadeUpIsNone() {
        Wording words = Desk.words(List.of(Locale.ENGLISH));

        assertEquals("Saved.", new Desk(null, words, "", "", "done.product").notice());
        assertEquals("", new Desk(null, words, "", "", "done.nothing").notice());
        assertEquals("", new Desk(null, words, "", "", "menu.orders").notice());
        assertEquals("NO_SUCH", new Desk(null, words, "", "", "").word("payment", "NO_SUCH"));
    }

    private static void codes(String prefix, Enum<?>... codes) {
        Set<String> missing = Arrays.stream(codes)
                .map(code -> prefix + code.name().toLowerCase(Locale.ROOT))
                .filter(key -> !keys(Locale.ROOT).contains(key))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(
                ResourceBundle.getBundle("arcade.web.admin.words", language).keySet());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("src/main/webapp/admin"));
                Stream<Path> doors = Files.walk(Path.of("src/main/webapp/WEB-INF/pages/admin"));
                Stream<Path> code = Files.walk(Path.of("src/main/java/arcade/web/admin"))) {
            return Stream.of(own, doors, code, Stream.of(Path.of("src/main/webapp/WEB-INF/templates/backoffice.xhtml")))
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}

package arcade.web.admin.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A shop as it is typed into the desk's form. */
class StoreFormTest {
    private final StoreForm form = aShop();

    @Test
    void aShopIsStoredAsItWasTyped() {
        form.setLocale("de-AT");
        form.setTaxes("DE 19\nAT 20,5");

        assertEquals(Locale.forLanguageTag("de-AT"), form.setup().locale());
        assertEquals(Map.of("DE", 1900, "AT", 2050), form.setup().taxBasisPoints());
        assertEquals(Optional.empty(), form.setup().dispatch());
    }

    @Test
    void twoTaxesOfOneCountryAreRefused() {
        form.setTaxes("DE 19\nDE 7");

        refused("taxPercent: twice: DE");
    }

    @Test
    void aLanguageIsNotCutWhereItIsIllFormed() {
        for (String tag : new String[] {"de-DE_x", "de_DE", "german-language-of-austria", ""}) {
            form.setLocale(tag);

            refused("locale: ");
        }
    }

    @Test
    void daysAndTimesAreOfATimeZone() {
        form.setCutOff("12:00");
        refused("dispatch: ");
        form.setCutOff("14:00");
        form.setHandlingDays(2);
        refused("dispatch: ");

        form.setTimeZone("Europe/Berlin");
        assertEquals(2, form.setup().dispatch().orElseThrow().handlingDays());
    }

    private void refused(String why) {
        String told = assertThrows(IllegalArgumentException.class, form::setup).getMessage();

        assertTrue(told.startsWith(why), told);
    }

    private static StoreForm aShop() {
        StoreForm form = new StoreForm();
        form.setCode("cups");
        form.setName("Cups");
        return form;
    }
}

package arcade.catalog.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.StoredProducts.Known;
import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.PictureDraft;
import org.junit.jupiter.api.Test;

class LoadingTest {
    private final Findings findings = new Findings(10);
    private final Loading loading = new Loading(findings);

    @Test
    void aHostThatFailsThreeTimesIsLeftAlone() {
        for (int i = 0; i < 3; i++) {
            assertTrue(loading.isWorthTrying(at("https://dead.example/" + i)));
            loading.failed(at("https://dead.example/" + i), "no answer");
        }

        assertFalse(loading.isWorthTrying(at("https://dead.example/4")));
        assertTrue(loading.isWorthTrying(at("https://other.example/4")));
        assertEquals(new ImportReport.Pictures(0, 4), loading.counted());
        assertEquals(4, findings.notices().size());
    }

    @Test
    void aSuccessGivesTheHostItsChancesBack() {
        loading.failed(at("https://a.example/1"), "no answer");
        loading.failed(at("https://a.example/2"), "no answer");
        loading.loaded(at("https://a.example/3"), new Known("x.png", 1, 1));
        loading.failed(at("https://a.example/4"), "no answer");

        assertTrue(loading.isWorthTrying(at("https://a.example/5")));
    }

    @Test
    void missingFilesOfTheArchiveSayNothingAboutOtherFiles() {
        for (int i = 0; i < 5; i++) {
            loading.failed(at(i + ".svg"), "not there");
        }

        assertTrue(loading.isWorthTrying(at("6.svg")));
    }

    private static PictureDraft at(String source) {
        return new PictureDraft(2, source, "");
    }
}

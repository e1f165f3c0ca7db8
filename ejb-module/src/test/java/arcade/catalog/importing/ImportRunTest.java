package arcade.catalog.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.importing.ImportRun.Parts;
import arcade.catalog.importing.StoredProducts.Known;
import arcade.catalog.importing.StoredProducts.Stored;
import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.PictureDraft;
import arcade.catalog.importing.file.ProductFile;
import arcade.shared.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an import decides, with a catalogue, pictures and a writer made of maps. */
class ImportRunTest {
    private static final ImportLimits LIMITS =
            new ImportLimits(100_000, 1_000_000, 100, 1_000, 60, 5_000, 5, 3, 10_000, 10_000_000, 2, 2, 50);
    private static final String HEADER = "Handle,Title,Variant SKU,Variant Price,Image Src";
    private static final String FAR = "https://pictures.example/a.png";
    private static final ImportOptions FOR_REAL = new ImportOptions(false, false);
    private static final ImportOptions RETRYING = new ImportOptions(false, true);

    private final Shelf shelf = new Shelf();
    private final Set<String> reachable = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private final List<List<String>> batches = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @Test
    void productsGoInByBatchesAndProgressIsTold() throws IOException {
        ImportReport report = run(FOR_REAL, "a,A,,1,", "b,B,,1,", "bad,,,1,", "c,C,,1,");

        assertEquals(List.of(List.of("a", "b"), List.of("c")), batches);
        assertEquals(3, report.created());
        assertEquals(List.of("2/4", "4/4"), progress);
    }

    @Test
    void whatIsTheSameIsNotWritten() throws IOException {
        run(FOR_REAL, "a,A,,1,", "b,B,,1,");
        batches.clear();

        ImportReport again = run(FOR_REAL, "a,A,,1,", "b,B,,2,");

        assertEquals(List.of(List.of("b")), batches);
        assertEquals("1 updated, 1 unchanged", again.updated() + " updated, " + again.unchanged() + " unchanged");
    }

    @Test
    void anotherPlaceInTheFileIsAChangeThatAsksForNoPicture() throws IOException {
        run(FOR_REAL, "a,A,,1," + FAR, "b,B,,1,");
        asked.clear();

        assertEquals(2, run(FOR_REAL, "b,B,,1,", "a,A,,1," + FAR).updated());
        assertEquals(List.of(), asked);
    }

    @Test
    void aDryRunAsksForNothingAndWritesNothing() throws IOException {
        ImportReport report = run(new ImportOptions(true, false), "a,A,,1," + FAR, "b,B,,1,here.svg");

        assertEquals(2, report.created());
        assertEquals(List.of(), batches);
        assertEquals(List.of(), asked);
        assertEquals(1, report.pictures().unreachable(), "what the archive lacks is known without fetching");
    }

    @Test
    void aMissingPictureIsTriedAgainWhenTheRowsChange() throws IOException {
        run(FOR_REAL, "a,A,,1," + FAR);
        run(FOR_REAL, "a,A,,1," + FAR);
        assertEquals(List.of(FAR), asked);

        run(FOR_REAL, "a,A,,2," + FAR);
        assertEquals(List.of(FAR, FAR), asked);
    }

    @Test
    void aPictureThatIsThereIsNotFetchedAgain() throws IOException {
        reachable.add(FAR);
        run(FOR_REAL, "a,A,,1," + FAR);
        run(RETRYING, "a,A,,2," + FAR);

        assertEquals(List.of(FAR), asked);
    }

    @Test
    void aRetryWritesOnlyWhatItGot() throws IOException {
        run(FOR_REAL, "a,A,,1," + FAR);
        batches.clear();

        assertEquals(1, run(RETRYING, "a,A,,1," + FAR).unchanged());
        assertEquals(List.of(), batches);
        reachable.add(FAR);
        assertEquals(1, run(RETRYING, "a,A,,1," + FAR).updated());
        assertEquals(List.of(List.of("a")), batches);
    }

    @Test
    void aSkuOfAnotherProductIsRefused() throws IOException {
        shelf.owners.put(new Sku("TAKEN"), "other");

        ImportReport report = run(FOR_REAL, "a,A,TAKEN,1,", "b,B,FREE,1,");

        assertEquals(List.of(List.of("b")), batches);
        assertEquals(
                "the SKU TAKEN is that of the product other",
                report.rejected().get(0).reason());
    }

    private ImportReport run(ImportOptions options, String... rows) throws IOException {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        Path csv = Posted.products(lines).csv();
        Findings findings = new Findings(LIMITS.findings());
        Parts parts = new Parts(shelf, new Loader(), this::write);
        try (Upload upload = Upload.open(csv, LIMITS);
                ProductFile file = ProductFile.open(csv, Currency.getInstance("EUR"), LIMITS, findings)) {
            ImportRun run = new ImportRun(1, upload, options, LIMITS, parts, findings);
            progress.clear();
            run.run(file, ProductFile.count(csv, LIMITS), (done, total) -> progress.add(done + "/" + total));
            return run.report();
        }
    }

    private void write(List<Change> changes, Loading pictures) {
        batches.add(changes.stream()
                .map(change -> change.candidate().draft().handle())
                .toList());
        for (Change change : changes) {
            long id = shelf.products.size() + 1L;
            String handle = change.candidate().draft().handle();
            shelf.products.put(
                    handle,
                    new Stored(id, change.fingerprint(), change.candidate().position()));
            Map<String, Optional<Known>> shown = new HashMap<>();
            change.candidate()
                    .draft()
                    .pictures()
                    .forEach(picture ->
                            shown.put(picture.source(), pictures.of(picture).or(() -> change.knownOf(picture))));
            shelf.pictures.put(id, shown);
        }
    }

    private static final class Shelf extends StoredProducts {
        private final Map<String, Stored> products = new HashMap<>();
        private final Map<Long, Map<String, Optional<Known>>> pictures = new HashMap<>();
        private final Map<Sku, String> owners = new HashMap<>();

        @Override
        public Map<String, Stored> byHandle(long store, List<String> handles) {
            return products;
        }

        @Override
        public Map<Sku, String> owners(long store, List<Sku> skus) {
            return owners;
        }

        @Override
        public Map<String, Optional<Known>> pictures(long product) {
            return pictures.get(product);
        }
    }

    private final class Loader extends PictureLoader {
        @Override
        public Loading load(
                Upload upload, Collection<PictureDraft> wanted, ImportLimits limits, Loading loading, Runnable alive) {
            for (PictureDraft picture : wanted) {
                asked.add(picture.source());
                if (reachable.contains(picture.source())) {
                    loading.loaded(picture, new Known("x.png", 1, 1));
                } else {
                    loading.failed(picture, "no answer");
                }
            }
            return loading;
        }
    }
}

package arcade.catalog.importing.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A product CSV that is read product by product: rows with the same handle that follow each other are one product. */
public final class ProductFile implements Closeable {
    private final CsvRows rows;
    private final DraftMaker maker;
    private Optional<Row> ahead;
    private int done;

    private ProductFile(CsvRows rows, DraftMaker maker) {
        this.rows = rows;
        this.maker = maker;
        this.ahead = rows.next();
    }

    /** @throws MalformedFile the file is not a product file; see {@link #count} */
    public static ProductFile open(Path file, Currency currency, ImportLimits limits, Findings findings)
            throws IOException {
        Prices prices = new Prices(currency, limits.priceMajor());
        return new ProductFile(CsvRows.open(file, limits), new DraftMaker(prices, limits, findings));
    }

    /**
     * Reads the whole file once, so that nothing is imported of a file that breaks off in the middle.
     *
     * @return how many products it has, good and bad
     * @throws MalformedFile the file is no product file as a whole
     */
    public static int count(Path file, ImportLimits limits) throws IOException {
        try (CsvRows rows = CsvRows.open(file, limits)) {
            int products = 0;
            String handle = null;
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!row.get().text(Column.HANDLE).equalsIgnoreCase(handle)) {
                    handle = row.get().text(Column.HANDLE);
                    products++;
                }
            }
            if (products == 0) {
                throw new MalformedFile(1, "there is no row after the header");
            }
            return products;
        }
    }

    /** The next good product; the bad ones before it are in the findings. Empty at the end. */
    public Optional<ProductDraft> next() {
        while (ahead.isPresent()) {
            Optional<ProductDraft> draft = maker.draft(group());
            done++;
            if (draft.isPresent()) {
                return draft;
            }
        }
        maker.finish();
        return Optional.empty();
    }

    /**
     * How many products were read, good and bad: also the position in the file of the one that {@link #next} gave last.
     */
    public int done() {
        return done;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private List<Row> group() {
        List<Row> group = new ArrayList<>();
        String handle = ahead.get().text(Column.HANDLE);
        while (ahead.isPresent() && ahead.get().text(Column.HANDLE).equalsIgnoreCase(handle)) {
            group.add(ahead.get());
            ahead = rows.next();
        }
        return group;
    }
}

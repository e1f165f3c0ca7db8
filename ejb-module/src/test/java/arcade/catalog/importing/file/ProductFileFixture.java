package arcade.catalog.importing.file;

import arcade.catalog.importing.Posted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads a whole product file at once, as no import does. */
final class ProductFileFixture {
    static final ImportLimits LIMITS =
            new ImportLimits(100_000, 1_000_000, 100, 1_000, 60, 5_000, 5, 3, 10_000, 10_000_000, 10, 2, 50);

    final List<ProductDraft> products = new ArrayList<>();
    final Findings findings = new Findings(LIMITS.findings());

    private ProductFileFixture() {}

    static ProductFileFixture of(String... lines) throws IOException {
        return of(Posted.products(lines).csv());
    }

    static ProductFileFixture of(Path file) throws IOException {
        ProductFileFixture read = new ProductFileFixture();
        ProductFile.count(file, LIMITS);
        try (ProductFile products = ProductFile.open(file, Currency.getInstance("EUR"), LIMITS, read.findings)) {
            for (Optional<ProductDraft> next = products.next(); next.isPresent(); next = products.next()) {
                read.products.add(next.get());
            }
        }
        return read;
    }

    ProductDraft only() {
        if (products.size() != 1) {
            throw new AssertionError("not one product: " + products + findings.rejected());
        }
        return products.get(0);
    }

    /** {@code line handle: reason} of every refusal. */
    List<String> refusals() {
        return findings.rejected().stream()
                .map(row -> row.line() + " " + row.handle() + ": " + row.reason())
                .toList();
    }
}

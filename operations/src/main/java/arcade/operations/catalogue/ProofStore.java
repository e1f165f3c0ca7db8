package arcade.operations.catalogue;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A store of its own for proofs, {@code proof.localhost}: what is bought there takes nothing from the other shops. */
public final class ProofStore {
    public static final String CODE = "proof";

    private static final String STORE = """
            {"code": "proof", "name": "Proof", "tagline": "Goods that are bought to see whether the shop holds.",
             "currency": "EUR", "locale": "en-IE", "country": "DE", "look": "arcade", "domains": ["proof.localhost"],
             "categories": [{"handle": "goods", "title": "Goods", "description": "Made to be bought."}],
             "shipping": [{"country": "DE", "amountMinor": 490, "freeFromMinor": 6000}], "taxPercent": {"DE": 19}}
            """;

    private static final String HEAD = "Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,"
            + "Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,"
            + "Variant Price,Variant Requires Shipping,Variant Taxable";

    private final Home home;

    public ProofStore(Home home) {
        this.home = home;
    }

    /**
     * An article for sale.
     *
     * @param pieces so many are brought when it is new; a later number is a correction
     */
    public record Article(String handle, String sku, long pieces, long priceMinor) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "%s,Proof %s,<p>Made to be bought.</p>,Proof,Goods,true,Title,Default Title,%s,100,shopify,%d,deny,"
                            + "%d.%02d,true,true",
                    handle,
                    sku,
                    sku,
                    pieces,
                    priceMinor / 100,
                    priceMinor % 100);
        }
    }

    /** Opens the store if it is not there, and puts these articles on its shelves. */
    public void stock(List<Article> articles) throws InterruptedException {
        ShopImporter shop = ShopImporter.ofReadyNode(home);
        shop.store(CODE, STORE);
        Path file = home.path("proofs", "articles.csv");
        List<String> rows = new ArrayList<>(List.of(HEAD));
        articles.forEach(article -> rows.add(article.row()));
        try {
            Files.write(file, rows);
            ImportReport report = shop.products(CODE, ProductFile.at(file), false, (done, total) -> {});
            if (!report.rejected().isEmpty()) {
                throw new Failure(
                        "the shop refuses an article of the proof: "
                                + report.rejected().get(0).reason(),
                        "see " + file);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

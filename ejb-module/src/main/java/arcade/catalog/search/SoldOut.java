package arcade.catalog.search;

import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** The products of a store that had nothing left when it was looked last. They change with every order, so no index holds them. */
public final class SoldOut {
    public static final SoldOut NOTHING = new SoldOut(new long[0]);

    private final long[] products;
    private final Query query;
    private final int hash;

    private SoldOut(long[] products) {
        this.products = products;
        this.hash = Arrays.hashCode(products);
        this.query = products.length == 0
                ? new MatchNoDocsQuery()
                : NumericDocValuesField.newSlowSetQuery(ProductDocuments.ID, products);
    }

    public static SoldOut of(Collection<Long> products) {
        return new SoldOut(
                products.stream().mapToLong(Long::longValue).sorted().distinct().toArray());
    }

    public boolean isNothing() {
        return products.length == 0;
    }

    Query query() {
        return query;
    }

    /** Two that hold the same products are equal: what was found with one holds for the other. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SoldOut that && hash == that.hash && Arrays.equals(products, that.products);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

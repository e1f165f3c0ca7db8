package arcade.catalog.search;

import arcade.catalog.CardOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** How a product is written into an index: its fields, and the orders that can be made of them. For several threads. */
final class ProductDocuments {
    static final String ID = "id";
    static final String HANDLE = "handle";
    static final String TITLE = "title";
    private static final String KEY = "key";
    private static final String PRICE = "price";
    private static final String POSITION = "position";
    private static final String CREATED = "created";
    private static final String ALPHABET = "alphabet";
    /** A node's heap is small, and a store's products come in one after the other. */
    private static final double BUFFER_MEGABYTES = 8;

    private static final SortField BY_ID = new SortField(ID, SortField.Type.LONG);
    private static final SortField SHOPKEEPERS = new SortField(POSITION, SortField.Type.LONG);

    private final SearchedWords words;
    private final Collator alphabet;
    private final FacetsConfig traits = new ManyValues();

    ProductDocuments(Locale language) {
        this.words = new SearchedWords(language);
        this.alphabet = Collator.getInstance(language);
    }

    SearchedWords words() {
        return words;
    }

    FacetsConfig traits() {
        return traits;
    }

    IndexWriter writer(Directory directory) throws IOException {
        return new IndexWriter(directory, new IndexWriterConfig(words.analyzer()).setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    /** In the place of the one that was there before, if there was one. */
    void put(IndexWriter writer, IndexedProduct product) {
        try {
            writer.updateDocument(key(product.id()), traits.build(document(product)));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of products cannot be written", e);
        }
    }

    static Term key(long product) {
        return new Term(KEY, Long.toString(product));
    }

    static Term category(String handle) {
        return new Term(Traits.CATEGORY, handle);
    }

    static Sort order(CardOrder by, boolean hasWords) {
        return switch (by) {
            case RELEVANCE ->
                hasWords ? new Sort(SortField.FIELD_SCORE, SHOPKEEPERS, BY_ID) : new Sort(SHOPKEEPERS, BY_ID);
            case CHEAPEST -> new Sort(new SortField(PRICE, SortField.Type.LONG), SHOPKEEPERS, BY_ID);
            case DEAREST -> new Sort(new SortField(PRICE, SortField.Type.LONG, true), SHOPKEEPERS, BY_ID);
            case TITLE -> new Sort(new SortField(ALPHABET, SortField.Type.STRING), BY_ID);
            case NEWEST -> new Sort(new SortField(CREATED, SortField.Type.LONG, true), SHOPKEEPERS, BY_ID);
        };
    }

    private Document document(IndexedProduct product) {
        Document document = new Document();
        document.add(new StringField(KEY, Long.toString(product.id()), Field.Store.NO));
        document.add(new StoredField(HANDLE, product.handle()));
        document.add(new StoredField(TITLE, product.title()));
        document.add(new NumericDocValuesField(ID, product.id()));
        document.add(new NumericDocValuesField(PRICE, product.fromMinor()));
        document.add(new NumericDocValuesField(POSITION, product.position()));
        document.add(new NumericDocValuesField(CREATED, product.createdAt().toEpochMilli()));
        document.add(new SortedDocValuesField(ALPHABET, letters(product.title())));
        SearchedWords.FIELDS.forEach(field -> document.add(
                new TextField(field.name(), field.ofTitle() ? product.title() : product.text(), Field.Store.NO)));
        product.category().ifPresent(handle -> {
            document.add(new StringField(Traits.CATEGORY, handle, Field.Store.NO));
            document.add(new SortedSetDocValuesFacetField(Traits.CATEGORY, handle));
        });
        document.add(new SortedSetDocValuesFacetField(
                Traits.PRICE, PriceBand.of(product.fromMinor()).name()));
        product.traits()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> document.add(new SortedSetDocValuesFacetField(name, value))));
        return document;
    }

    private BytesRef letters(String title) {
        synchronized (alphabet) {
            return new BytesRef(alphabet.getCollationKey(title).toByteArray());
        }
    }

    /** Every trait may have several values, and is counted itself. */
    private static final class ManyValues extends FacetsConfig {
        private static final DimConfig MANY = new DimConfig();

        static {
            MANY.multiValued = true;
            MANY.requireDimCount = true;
        }

        @Override
        protected DimConfig getDefaultDimConfig() {
            return MANY;
        }
    }
}

package arcade.catalog.search;

import arcade.catalog.CardOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** The products of one store at one moment. Made once, then only read; for several threads. */
public final class ProductIndex implements AutoCloseable {
    private static final int MOST_VALUES = 30;
    private static final int MOST_TRAITS = 12;
    private static final String ID = "id";
    private static final String CATEGORY = "category";
    private static final String PRICE = "price";
    private static final String POSITION = "position";
    private static final String CREATED = "created";
    private static final String TITLE = "title_order";

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final FacetsConfig config;
    private final SearchedWords words;
    /** Empty while no product has any trait. */
    private final Optional<SortedSetDocValuesReaderState> traits;

    private ProductIndex(Directory directory, FacetsConfig config, SearchedWords words, boolean hasTraits)
            throws IOException {
        this.directory = directory;
        this.config = config;
        this.words = words;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        this.traits =
                hasTraits ? Optional.of(new DefaultSortedSetDocValuesReaderState(reader, config)) : Optional.empty();
    }

    /**
     * @param directory empty; closed with the index
     * @param language of titles and texts
     * @param products gives each of them once to whom it is given
     */
    public static ProductIndex of(Directory directory, Locale language, Consumer<Consumer<IndexedProduct>> products) {
        FacetsConfig config = new FacetsConfig();
        SearchedWords words = new SearchedWords(language);
        Collator alphabet = Collator.getInstance(language);
        boolean[] hasTraits = {false};
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words.analyzer()))) {
            products.accept(product -> {
                hasTraits[0] |= !product.traits().isEmpty();
                add(writer, config, alphabet, product);
            });
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of products cannot be written", e);
        }
        try {
            return new ProductIndex(directory, config, words, hasTraits[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of products cannot be read", e);
        }
    }

    public ProductsFound find(ProductSearch search) {
        BooleanQuery.Builder base = new BooleanQuery.Builder();
        base.add(words.query(search.words()).orElseGet(MatchAllDocsQuery::new), Occur.MUST);
        search.category().ifPresent(handle -> base.add(new TermQuery(new Term(CATEGORY, handle)), Occur.FILTER));
        if (!reader.tryIncRef()) {
            throw new IllegalStateException("this index is closed; another one is in its place");
        }
        try {
            return traits.isPresent() ? narrowed(search, base.build()) : all(search, base.build());
        } catch (IOException e) {
            throw new UncheckedIOException("the index of products cannot be read", e);
        } finally {
            release();
        }
    }

    public int size() {
        return reader.numDocs();
    }

    /** Its files go when the last search in it has ended. */
    @Override
    public void close() {
        release();
    }

    private void release() {
        try {
            reader.decRef();
            if (reader.getRefCount() == 0) {
                for (String file : directory.listAll()) {
                    directory.deleteFile(file);
                }
                directory.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of products cannot be closed", e);
        }
    }

    private ProductsFound narrowed(ProductSearch search, Query base) throws IOException {
        DrillDownQuery query = new DrillDownQuery(config, base);
        search.chosen().forEach((trait, values) -> values.forEach(value -> query.add(trait, value)));
        DrillSideways.DrillSidewaysResult result = new DrillSideways(searcher, config, traits.get())
                .search(query, null, null, most(search), order(search), false);
        List<ProductsFound.Trait> found = new ArrayList<>();
        for (FacetResult dimension : result.facets.getAllDims(MOST_VALUES)) {
            // A trait that was chosen and that no product has is told as null.
            if (dimension != null && found.size() < MOST_TRAITS) {
                found.add(trait(dimension, search.chosen().getOrDefault(dimension.dim, Set.of())));
            }
        }
        found.sort(Comparator.comparing(ProductsFound.Trait::name));
        return new ProductsFound(ids(result.hits, search), result.hits.totalHits.value, found);
    }

    private ProductsFound all(ProductSearch search, Query base) throws IOException {
        TopDocs hits = searcher.search(
                base, new TopFieldCollectorManager(order(search), most(search), null, Integer.MAX_VALUE, false));
        return new ProductsFound(ids(hits, search), hits.totalHits.value, List.of());
    }

    private List<Long> ids(TopDocs hits, ProductSearch search) throws IOException {
        List<Long> ids = new ArrayList<>();
        ScoreDoc[] docs = hits.scoreDocs;
        for (int place = (search.page() - 1) * search.size(); place < docs.length; place++) {
            ids.add(searcher.storedFields()
                    .document(docs[place].doc, Set.of(ID))
                    .getField(ID)
                    .numericValue()
                    .longValue());
        }
        return ids;
    }

    private static int most(ProductSearch search) {
        return Math.multiplyExact(search.page(), search.size());
    }

    private static Sort order(ProductSearch search) {
        SortField shopkeepers = new SortField(POSITION, SortField.Type.LONG);
        SortField always = new SortField(ID + "s", SortField.Type.LONG);
        if (search.order() == CardOrder.RELEVANCE && !search.words().isBlank()) {
            return new Sort(SortField.FIELD_SCORE, shopkeepers, always);
        }
        return switch (search.order()) {
            case RELEVANCE -> new Sort(shopkeepers, always);
            case CHEAPEST -> new Sort(new SortField(PRICE, SortField.Type.LONG), shopkeepers, always);
            case DEAREST -> new Sort(new SortField(PRICE, SortField.Type.LONG, true), shopkeepers, always);
            case TITLE -> new Sort(new SortField(TITLE, SortField.Type.STRING), always);
            case NEWEST -> new Sort(new SortField(CREATED, SortField.Type.LONG, true), shopkeepers, always);
        };
    }

    private static ProductsFound.Trait trait(FacetResult dimension, Set<String> chosen) {
        List<ProductsFound.Value> values = new ArrayList<>();
        for (LabelAndValue value : dimension.labelValues) {
            values.add(new ProductsFound.Value(value.label, value.value.longValue(), chosen.contains(value.label)));
        }
        return new ProductsFound.Trait(dimension.dim, values);
    }

    private static void add(IndexWriter writer, FacetsConfig config, Collator alphabet, IndexedProduct product) {
        Document document = new Document();
        document.add(new StoredField(ID, product.id()));
        document.add(new NumericDocValuesField(ID + "s", product.id()));
        document.add(new NumericDocValuesField(PRICE, product.fromMinor()));
        document.add(new NumericDocValuesField(POSITION, product.position()));
        document.add(new SortedDocValuesField(
                TITLE, new BytesRef(alphabet.getCollationKey(product.title()).toByteArray())));
        document.add(new NumericDocValuesField(CREATED, product.createdAt().toEpochMilli()));
        product.category().ifPresent(handle -> document.add(new StringField(CATEGORY, handle, Field.Store.NO)));
        SearchedWords.FIELDS.forEach(field -> document.add(
                new TextField(field.name(), field.ofTitle() ? product.title() : product.text(), Field.Store.NO)));
        product.traits()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> {
                            config.setMultiValued(name, true);
                            document.add(new SortedSetDocValuesFacetField(name, value));
                        }));
        try {
            writer.addDocument(config.build(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of products cannot be written", e);
        }
    }
}

package arcade.catalog.search;

import arcade.catalog.CardOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.DrillSidewaysResult;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The products of one store at one moment. It never changes; a later moment is another index, made {@link #with} what changed in the
 * same files. Searched by several threads, written by one.
 */
public final class ProductIndex implements AutoCloseable {
    private static final Set<String> SHOWN = Set.of(ProductDocuments.HANDLE, ProductDocuments.TITLE);

    private final Shared shared;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    /** Empty while there is no product. */
    private final Optional<SortedSetDocValuesReaderState> traits;

    /** What the indexes of all moments have in common. @param users those that are read; after the last one the files go */
    private record Shared(Directory directory, ProductDocuments documents, AtomicInteger users) {}

    private interface Work<T> {
        T done() throws IOException;
    }

    private ProductIndex(Shared shared, DirectoryReader reader) throws IOException {
        this.shared = shared;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.traits = reader.numDocs() == 0
                ? Optional.empty()
                : Optional.of(new DefaultSortedSetDocValuesReaderState(
                        reader, shared.documents().traits()));
        shared.users().incrementAndGet();
        reader.getReaderCacheHelper().addClosedListener(key -> leave());
    }

    /**
     * @param directory empty; goes with the last index made in it, or when none can be made
     * @param language of titles and texts
     * @param products gives each of them once to whom it is given
     */
    public static ProductIndex of(Directory directory, Locale language, Consumer<Consumer<IndexedProduct>> products) {
        Shared shared = new Shared(directory, new ProductDocuments(language), new AtomicInteger());
        return failing("the index of products cannot be written", () -> {
            boolean made = false;
            try {
                try (IndexWriter writer = shared.documents().writer(directory)) {
                    products.accept(product -> shared.documents().put(writer, product));
                    // Traits are counted quickest in one piece.
                    writer.forceMerge(1);
                    writer.commit();
                }
                ProductIndex index = new ProductIndex(shared, DirectoryReader.open(directory));
                made = true;
                return index;
            } finally {
                if (!made) {
                    discard(directory);
                }
            }
        });
    }

    /**
     * @param changed gives each product that is new or has changed to whom it is given
     * @param gone products that are not for sale any more
     * @return this index with them, while this one serves on until it is closed
     */
    public ProductIndex with(Consumer<Consumer<IndexedProduct>> changed, Collection<Long> gone) {
        return failing("the index of products cannot be written", () -> {
            try (IndexWriter writer = shared.documents().writer(shared.directory())) {
                changed.accept(product -> shared.documents().put(writer, product));
                for (long product : gone) {
                    writer.deleteDocuments(ProductDocuments.key(product));
                }
                writer.commit();
            }
            DirectoryReader newer = DirectoryReader.openIfChanged(reader);
            return new ProductIndex(shared, newer == null ? DirectoryReader.open(shared.directory()) : newer);
        });
    }

    /** The page of what is found, and all it can be narrowed by. */
    public ProductsFound find(ProductSearch search) {
        ProductsFound.Page page = page(search);
        return new ProductsFound(page.ids(), page.total(), traits(search));
    }

    /** The page alone: an order and a number do not change what a list can be narrowed by. */
    public ProductsFound.Page page(ProductSearch search) {
        return reading(() -> {
            Sort order = ProductDocuments.order(search.order(), !search.words().isBlank());
            int most = Math.min(Math.multiplyExact(search.page(), search.size()), Math.max(1, reader.maxDoc()));
            TopFieldCollectorManager hits = new TopFieldCollectorManager(order, most, null, Integer.MAX_VALUE, false);
            TopDocs found = searcher.search(chosen(base(search), search), hits);
            return new ProductsFound.Page(ids(found.scoreDocs, search), found.totalHits.value);
        });
    }

    public List<ProductsFound.Trait> traits(ProductSearch search) {
        return reading(() -> traits.isPresent() ? counted(search, traits.get()) : List.of());
    }

    /** Products whose titles have the words, the last of which may not be typed to its end. */
    public List<Suggestion> suggest(String typed, int most) {
        return reading(() -> {
            Query query = shared.documents().words().inTitles(typed).orElseGet(MatchNoDocsQuery::new);
            List<Suggestion> suggestions = new ArrayList<>();
            for (ScoreDoc hit :
                    searcher.search(query, most, ProductDocuments.order(CardOrder.RELEVANCE, true)).scoreDocs) {
                Document product = searcher.storedFields().document(hit.doc, SHOWN);
                suggestions.add(
                        new Suggestion(product.get(ProductDocuments.HANDLE), product.get(ProductDocuments.TITLE)));
            }
            return suggestions;
        });
    }

    /** Other words, near to the typed ones, that find something; none if the typed words are known. */
    public Optional<String> meant(String typed) {
        return reading(() -> {
            Optional<String> nearest = shared.documents().words().nearest(reader, typed);
            return nearest.isPresent() && page(ProductSearch.of(nearest.get())).total() > 0
                    ? nearest
                    : Optional.empty();
        });
    }

    public int size() {
        return reader.numDocs();
    }

    /** What it takes on disk, with what other moments have in the same files. */
    public long bytes() {
        return failing("the index of products cannot be read", () -> {
            long bytes = 0;
            for (String file : shared.directory().listAll()) {
                bytes += shared.directory().fileLength(file);
            }
            return bytes;
        });
    }

    /** When the last search in it has ended, and no later index is in its files, they go. */
    @Override
    public void close() {
        failing("the index of products cannot be closed", () -> {
            reader.decRef();
            return null;
        });
    }

    private void leave() throws IOException {
        if (shared.users().decrementAndGet() == 0) {
            discard(shared.directory());
        }
    }

    private static void discard(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
        Optional<Path> folder =
                directory instanceof FSDirectory files ? Optional.of(files.getDirectory()) : Optional.empty();
        directory.close();
        if (folder.isPresent()) {
            Files.deleteIfExists(folder.get());
        }
    }

    /** All but what was chosen of traits. Words that are found no other way are looked for within other words. */
    private Query base(ProductSearch search) throws IOException {
        SearchedWords words = shared.documents().words();
        Query usual = base(search, words.query(search.words()));
        boolean found = search.words().isBlank() || searcher.count(usual) > 0;
        Query base = found ? usual : base(search, words.within(search.words()));
        return search.inStockOnly() ? inStock(base, search) : base;
    }

    private static Query base(ProductSearch search, Optional<Query> words) {
        BooleanQuery.Builder base = new BooleanQuery.Builder();
        // Signs alone are no word, and find nothing.
        Query otherwise = search.words().isBlank() ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
        base.add(words.orElse(otherwise), Occur.MUST);
        search.category().ifPresent(handle -> base.add(new TermQuery(ProductDocuments.category(handle)), Occur.FILTER));
        return base.build();
    }

    private List<ProductsFound.Trait> counted(ProductSearch search, SortedSetDocValuesReaderState values)
            throws IOException {
        Query base = base(search);
        Sort anyOrder = ProductDocuments.order(CardOrder.RELEVANCE, false);
        DrillSidewaysResult result = new DrillSideways(
                        searcher, shared.documents().traits(), values)
                .search(chosen(base, search), null, null, 1, anyOrder, false);
        CountedTraits counted = new CountedTraits(result.facets, search.chosen());
        if (search.inStockOnly()) {
            counted.addStock(result.hits.totalHits.value);
        } else if (!search.soldOut().isNothing()) {
            counted.addStock(searcher.count(chosen(inStock(base, search), search)));
        }
        return counted.all();
    }

    private static Query inStock(Query base, ProductSearch search) {
        return new BooleanQuery.Builder()
                .add(base, Occur.MUST)
                .add(search.soldOut().query(), Occur.MUST_NOT)
                .build();
    }

    private DrillDownQuery chosen(Query base, ProductSearch search) {
        DrillDownQuery query = new DrillDownQuery(shared.documents().traits(), base);
        search.chosen().forEach((trait, values) -> {
            if (!trait.equals(Traits.STOCK)) {
                values.forEach(value -> query.add(trait, value));
            }
        });
        return query;
    }

    private List<Long> ids(ScoreDoc[] hits, ProductSearch search) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (int place = (search.page() - 1) * search.size(); place < hits.length; place++) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(hits[place].doc, reader.leaves()));
            NumericDocValues id = leaf.reader().getNumericDocValues(ProductDocuments.ID);
            id.advance(hits[place].doc - leaf.docBase);
            ids.add(id.longValue());
        }
        return ids;
    }

    /** Keeps the files as long as it takes. */
    private <T> T reading(Work<T> work) {
        if (!reader.tryIncRef()) {
            throw new IllegalStateException("this index is closed; another one is in its place");
        }
        try {
            return failing("the index of products cannot be read", work);
        } finally {
            close();
        }
    }

    private static <T> T failing(String message, Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(message, e);
        }
    }
}

package arcade.web.admin;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A table that asks for one page of rows at a time. */
public final class LazyTable<T> extends LazyDataModel<T> {
    /** No page of a table is longer. */
    private static final int LONGEST_PAGE = 100;

    private final transient Counter counter;
    private final transient Reader<T> reader;

    /** How many rows there are. */
    @FunctionalInterface
    public interface Counter {
        int count();
    }

    /** One page of rows. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @param sortedBy the column's name, or empty for the usual order */
        List<T> read(String sortedBy, boolean ascending, int offset, int limit);
    }

    public LazyTable(Counter counter, Reader<T> reader) {
        this.counter = counter;
        this.reader = reader;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return counter.count();
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        SortMeta sort =
                sorts.values().stream().filter(SortMeta::isActive).findFirst().orElse(null);
        return reader.read(
                sort == null ? "" : sort.getField(),
                sort != null && sort.getOrder().isAscending(),
                first,
                Math.min(size, LONGEST_PAGE));
    }
}

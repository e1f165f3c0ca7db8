package arcade.catalog;

import arcade.shared.Excerpt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** The row of a product, with its category. */
record ProductRow(
        long id,
        String title,
        String bodyHtml,
        String vendor,
        String tags,
        String seoTitle,
        String seoDescription,
        List<String> optionNames,
        int position,
        Long categoryId,
        Optional<Shelf> shelf) {
    static ProductRow read(ResultSet row) throws SQLException {
        return new ProductRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Shape.values(row.getString(8), row.getString(9), row.getString(10)),
                row.getInt(11),
                row.getObject(12, Long.class),
                shelf(row.getString(13), row.getString(14)));
    }

    private static Optional<Shelf> shelf(String handle, String title) {
        return handle == null ? Optional.empty() : Optional.of(new Shelf(handle, title));
    }

    List<String> tagList() {
        return Stream.of(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    String seoTitleOrTitle() {
        return seoTitle.isBlank() ? title : seoTitle;
    }

    /** Without words of its own, the body's first ones, cut between two words. */
    String seoDescriptionOrBody() {
        if (!seoDescription.isBlank()) {
            return seoDescription;
        }
        return Excerpt.of(Jsoup.parseBodyFragment(bodyHtml).text());
    }

    List<ProductOption> options(List<VariantView> variants) {
        List<ProductOption> options = new ArrayList<>();
        for (int i = 0; i < optionNames.size(); i++) {
            int option = i;
            options.add(new ProductOption(
                    optionNames.get(i),
                    variants.stream()
                            .filter(variant -> variant.values().size() > option)
                            .map(variant -> variant.values().get(option))
                            .distinct()
                            .toList()));
        }
        return options;
    }
}

package arcade.web.catalog;

import arcade.catalog.ProductOption;
import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of a product as links, each to the variant that differs from the shown one in just that value. */
final class Choices {
    private final ProductPage product;
    private final VariantView shown;
    private final Set<Sku> soldOut;

    Choices(ProductPage product, VariantView shown, Set<Sku> soldOut) {
        this.product = product;
        this.shown = shown;
        this.soldOut = soldOut;
    }

    /** @param chosen the value of the shown variant */
    public record Group(String name, String chosen, List<Choice> choices) {}

    /** @param gone whether that variant cannot be bought now */
    public record Choice(String value, String href, boolean chosen, boolean gone) {}

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < product.options().size(); i++) {
            groups.add(group(i));
        }
        return groups;
    }

    private Group group(int index) {
        ProductOption option = product.options().get(index);
        List<Choice> choices = new ArrayList<>();
        for (String value : option.values()) {
            nearest(index, value)
                    .ifPresent(variant -> choices.add(new Choice(
                            value,
                            address(product, variant),
                            value.equals(shown.values().get(index)),
                            soldOut.contains(variant.sku()) || !isExact(variant, index))));
        }
        return new Group(option.name(), shown.values().get(index), choices);
    }

    /** The variant with this value that shares the most other values with the shown one. */
    private Optional<VariantView> nearest(int index, String value) {
        VariantView best = null;
        for (VariantView variant : product.variants()) {
            if (variant.values().get(index).equals(value) && (best == null || shared(variant) > shared(best))) {
                best = variant;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isExact(VariantView variant, int index) {
        int same = variant.values().get(index).equals(shown.values().get(index)) ? 0 : 1;
        return shared(variant) + same == shown.values().size();
    }

    private int shared(VariantView variant) {
        int same = 0;
        for (int i = 0; i < shown.values().size(); i++) {
            same += variant.values().get(i).equals(shown.values().get(i)) ? 1 : 0;
        }
        return same;
    }

    static String address(ProductPage product, VariantView variant) {
        String page = "/p/" + product.handle();
        return variant.equals(product.firstVariant())
                ? page
                : page + "?variant=" + ListPage.encoded(variant.sku().value());
    }
}

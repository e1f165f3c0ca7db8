package arcade.web.catalog;

import arcade.catalog.Catalog;
import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.promotion.Tariffs;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.shared.Wording;
import arcade.stock.Stock;
import arcade.store.Store;
import arcade.web.security.Origins;
import arcade.web.store.DeliveryPromises;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /p/{handle}?variant={sku}}: each variant has its own address. */
@WebServlet("/p/*")
public class ProductDetailPage extends StorePage {

    @Inject
    private transient Catalog catalog;

    @Inject
    private transient Stock stock;

    @Inject
    private transient Tariffs tariffs;

    @Inject
    private transient DeliveryPromises promises;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Optional<ProductPage> found = catalog.product(store, pathRest(request));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ProductPage product = found.get();
        VariantView variant = product.variant(parameter(request, "variant")).orElseGet(product::firstVariant);
        Head head = Head.indexed(
                        product.title() + " · " + store.name(),
                        product.seoDescription(),
                        Choices.address(product, product.firstVariant()))
                .with(variant.picture())
                .ofProduct();
        showShared(request, response, "catalog/product", head, detail(store, product, variant, Origins.of(request)));
    }

    private ProductDetail detail(Store store, ProductPage product, VariantView shown, String origin) {
        List<Sku> counted = product.variants().stream()
                .filter(VariantView::tracked)
                .map(VariantView::sku)
                .toList();
        Map<Sku, Long> left = stock.onHand(store, counted);
        Set<Sku> soldOut =
                counted.stream().filter(sku -> left.getOrDefault(sku, 0L) <= 0).collect(Collectors.toSet());
        Availability availability = Availability.of(
                Words.of(store),
                shown.tracked() ? OptionalLong.of(left.getOrDefault(shown.sku(), 0L)) : OptionalLong.empty());
        return new ProductDetail(
                product,
                shown,
                new Choices(product, shown, soldOut).groups(),
                availability,
                delivery(store, shown),
                availability.buyable() && shown.requiresShipping() ? promises.of(store, store.country()) : "",
                ProductData.of(store, product, shown, availability.buyable(), origin));
    }

    private String delivery(Store store, VariantView shown) {
        Optional<Money> cost =
                tariffs.of(store).shipping(store.country(), shown.price().money());
        String country = new Locale.Builder().setRegion(store.country()).build().getDisplayCountry(store.locale());
        Wording words = Words.of(store);
        return cost.map(money -> money.isZero()
                        ? words.say("product.delivery.free", country)
                        : words.say("product.delivery", money.format(store.locale()), country))
                .orElse("");
    }
}

package arcade.sandbox.checkout;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Money;
import arcade.sandbox.api.Parameters;
import java.util.List;
import java.util.Set;

/** What a session is asked to sell, read from {@code line_items}. Amounts in minor units. */
record Order(String currency, List<Item> items) {
    private static final int MAX_ITEMS = 100;
    private static final long MAX_QUANTITY = 999_999;
    /** Would change the total; refused rather than left out. */
    private static final Set<String> NOT_SUPPORTED = Set.of("shipping_options", "discounts", "optional_items");

    static Order of(Parameters parameters) {
        for (String name : NOT_SUPPORTED) {
            if (parameters.has(name)) {
                throw ApiRefusal.invalid("The sandbox does not support " + name + "; send its amount as a line item")
                        .with("param", name);
            }
        }
        List<Parameters> lines = parameters.list("line_items");
        if (lines.isEmpty()) {
            throw parameters.missing("line_items");
        }
        if (lines.size() > MAX_ITEMS) {
            throw ApiRefusal.invalid("You may only specify up to " + MAX_ITEMS + " line items.")
                    .with("param", "line_items");
        }
        List<Item> items = lines.stream().map(Item::of).toList();
        List<String> currencies = lines.stream()
                .map(line -> Money.currency(line.nested("price_data")))
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw ApiRefusal.invalid("All line items must have the same currency, found " + currencies)
                    .with("param", "line_items");
        }
        Order order = new Order(currencies.get(0), items);
        Money.chargeable(order.total(), order.currency(), "line_items");
        return order;
    }

    long total() {
        return items.stream().mapToLong(Item::total).sum();
    }

    /** One line. */
    record Item(String name, long unitAmount, long quantity) {
        private static Item of(Parameters line) {
            if (line.has("price")) {
                throw ApiRefusal.missing("price", line.required("price"), line.path("price"));
            }
            Parameters price = line.nested("price_data");
            if (price.isEmpty()) {
                throw line.missing("price_data");
            }
            String name = price.nested("product_data").required("name");
            long unitAmount = price.whole("unit_amount").orElseThrow(() -> price.missing("unit_amount"));
            long quantity = line.whole("quantity").orElseThrow(() -> line.missing("quantity"));
            requireRange(price.path("unit_amount"), unitAmount, 0, Money.MAX_AMOUNT);
            requireRange(line.path("quantity"), quantity, 1, MAX_QUANTITY);
            return new Item(name, unitAmount, quantity);
        }

        private static void requireRange(String parameter, long value, long least, long most) {
            if (value < least || value > most) {
                String message = "This value must be from " + least + " to " + most + ".";
                throw ApiRefusal.badParameter("parameter_invalid_integer", parameter, message);
            }
        }

        long total() {
            return unitAmount * quantity;
        }
    }
}

package arcade.cart;

import arcade.promotion.Tariff;
import arcade.shared.Money;
import java.util.Optional;

/**
 * What the lines that can be had cost, delivered to one country.
 *
 * @param shipping empty: the store does not deliver to that country; the total is then without shipping
 * @param tax the part of the total that is tax; prices include it
 */
public record Totals(String country, Money items, Optional<Money> shipping, Money tax, Money total) {

    /** The same sum for a cart's page, a checkout's page and the order itself. */
    public static Totals of(Tariff tariff, String country, Money items) {
        Optional<Money> shipping = tariff.shipping(country, items);
        Money total = shipping.map(items::plus).orElse(items);
        return new Totals(country, items, shipping, tariff.taxIncluded(country, total), total);
    }

    /** Of an empty cart: nothing is sent, so sending costs nothing. */
    static Totals ofNothing(Tariff tariff, String country, Money zero) {
        return new Totals(country, zero, tariff.shipping(country, zero).map(rate -> zero), zero, zero);
    }

    public boolean isDeliverable() {
        return shipping.isPresent();
    }
}

package arcade.promotion;

import arcade.shared.Money;
import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.Transit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store's shipping rates and taxes. Prices include the tax; countries are ISO 3166 codes. */
public final class Tariff {
    private static final int WHOLE = 10_000;

    /** What sending an order to a country costs, and from which value of its items it costs nothing. */
    record Rate(Money amount, Optional<Money> freeFrom, Optional<Transit> transit) {}

    private final String home;
    private final List<String> countries;
    private final Map<String, Rate> shipping;
    private final Map<String, Integer> taxBasisPoints;
    private final Optional<Dispatch> dispatch;

    /** @param home the store's own country */
    Tariff(
            String home,
            List<String> countries,
            Map<String, Rate> shipping,
            Map<String, Integer> taxBasisPoints,
            Optional<Dispatch> dispatch) {
        this.home = home;
        this.countries = List.copyOf(countries);
        this.shipping = Map.copyOf(shipping);
        this.taxBasisPoints = Map.copyOf(taxBasisPoints);
        this.dispatch = dispatch;
    }

    /** Where the store ships to: its own country first, then by code. */
    public List<String> countries() {
        return countries;
    }

    /** The shipping of an order whose items cost so much; empty when the store does not ship to that country. */
    public Optional<Money> shipping(String country, Money items) {
        return Optional.ofNullable(shipping.get(country))
                .map(rate -> rate.freeFrom()
                        .filter(limit -> items.compareTo(limit) >= 0)
                        .map(limit -> Money.zero(limit.currency()))
                        .orElse(rate.amount()));
    }

    /** How much more its items must cost until the order ships free; empty: it does, it never will, or it is not shipped there. */
    public Optional<Money> toFreeShipping(String country, Money items) {
        return Optional.ofNullable(shipping.get(country))
                .flatMap(Rate::freeFrom)
                .filter(limit -> items.compareTo(limit) < 0)
                .map(limit -> limit.minus(items));
    }

    /** When an order placed now arrives; empty: nobody said how long it takes, or it is not shipped there. */
    public Optional<DeliveryPromise> promise(String country, Instant now) {
        return dispatch.flatMap(leaving -> Optional.ofNullable(shipping.get(country))
                .flatMap(Rate::transit)
                .map(transit ->
                        DeliveryPromise.of(now, leaving, transit, WorkingDays.of(home), WorkingDays.of(country))));
    }

    /** The included tax of a country in hundredths of a percent: 1900 is 19 %; 0 where no rate is set. */
    public int taxBasisPoints(String country) {
        return taxBasisPoints.getOrDefault(country, 0);
    }

    /** How much of a price is tax, rounded half up; nothing where no rate is set. */
    public Money taxIncluded(String country, Money gross) {
        int points = taxBasisPoints(country);
        long tax = BigDecimal.valueOf(gross.minor())
                .multiply(BigDecimal.valueOf(points))
                .divide(BigDecimal.valueOf(WHOLE + points), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Money(tax, gross.currency());
    }
}

package arcade.promotion;

import arcade.promotion.CouponAnswer.State;
import arcade.promotion.Discounts.Applied;
import arcade.promotion.Judgement.Verdict;
import arcade.promotion.Totals.Discount;
import arcade.shared.Money;
import arcade.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that decides what articles cost one shopper at one moment. A pure function of its values: the cart, the checkout, the order
 * and a preview in the back office are the same sum.
 *
 * <p>From which value on delivery is free, and a promotion holds, is told by the articles before any discount, so that no promotion
 * makes an order dearer.
 *
 * @param promotions the store's, whether they hold now or not
 * @param usedUp ids of those that this shopper cannot use any more
 * @param coupon as {@link Promotion#coupon(String)} gives it
 * @param country ISO 3166 code of where to deliver
 */
public record Pricing(
        Tariff tariff,
        String country,
        Currency currency,
        List<Promotion> promotions,
        Set<Long> usedUp,
        Optional<String> coupon,
        Instant now) {

    public Pricing {
        promotions = List.copyOf(promotions);
        usedUp = Set.copyOf(usedUp);
    }

    /** @param items each SKU once, at today's price */
    public Totals totals(List<PricedItem> items) {
        Money gross = gross(items);
        Optional<Money> rate = rate(items);
        Discounts discounts = discounts(items);
        Optional<Money> shipping = rate.map(each -> discounts.freeShipping() ? money(0) : each);
        Money net = gross.minus(money(discounts.minor()));
        Money total = shipping.map(net::plus).orElse(net);
        return new Totals(
                country,
                gross,
                discounts.applied().stream()
                        .map(each -> new Discount(each.promotion(), money(each.minor())))
                        .toList(),
                money(discounts.byLine()),
                shipping,
                shipping.filter(each -> !each.isZero()).flatMap(each -> tariff.toFreeShipping(country, gross)),
                tariff.taxIncluded(country, total),
                total,
                coupon.map(code -> answer(code, items, gross, discounts)));
    }

    /**
     * What each of the promotions does for these articles, or why it does nothing: those that are taken in the order in which they
     * are, then the others.
     */
    public List<Judgement> judged(List<PricedItem> items) {
        List<Applied> taken = discounts(items).applied();
        boolean alone = taken.stream().anyMatch(each -> !each.promotion().stacks());
        List<Judgement> judged = new ArrayList<>();
        taken.forEach(each -> judged.add(
                new Judgement(each.promotion(), Verdict.APPLIED, money(each.minor()), money(each.byLine()))));
        promotions.stream()
                .filter(each -> taken.stream().noneMatch(one -> one.promotion().equals(each)))
                .sorted(Discounts.FIRST)
                .forEach(each -> judged.add(new Judgement(each, whyNot(each, items, alone), money(0), Map.of())));
        return judged;
    }

    private Verdict whyNot(Promotion promotion, List<PricedItem> items, boolean alone) {
        if (!promotion.isInForce(now)) {
            return promotion.from().filter(now::isBefore).isPresent() ? Verdict.NOT_YET : Verdict.OVER;
        }
        if (!promotion.isOpenTo(coupon)) {
            return Verdict.COUPON;
        }
        if (usedUp.contains(promotion.id())) {
            return Verdict.USED_UP;
        }
        if (gross(items).minor() < promotion.least()) {
            return Verdict.TOO_LITTLE;
        }
        if (Discounts.of(items, List.of(promotion), rateMinor(items)).applied().isEmpty()) {
            return Verdict.NO_ARTICLE;
        }
        return alone || !promotion.stacks() ? Verdict.OTHERS_ARE_BETTER : Verdict.NOTHING_LEFT;
    }

    private Discounts discounts(List<PricedItem> items) {
        return Discounts.of(items, usable(), rateMinor(items));
    }

    private Money gross(List<PricedItem> items) {
        return money(items.stream().mapToLong(PricedItem::minor).reduce(0, Math::addExact));
    }

    /** Nothing is sent for nothing, so sending costs nothing. */
    private Optional<Money> rate(List<PricedItem> items) {
        return tariff.shipping(country, gross(items)).map(each -> items.isEmpty() ? money(0) : each);
    }

    private long rateMinor(List<PricedItem> items) {
        return rate(items).map(Money::minor).orElse(0L);
    }

    /** The same for a shopper who cannot use this promotion. */
    public Pricing without(Promotion promotion) {
        Set<Long> more = new HashSet<>(usedUp);
        more.add(promotion.id());
        return new Pricing(tariff, country, currency, promotions, more, coupon, now);
    }

    private List<Promotion> usable() {
        return promotions.stream()
                .filter(each -> each.isInForce(now) && each.isOpenTo(coupon) && !usedUp.contains(each.id()))
                .toList();
    }

    private Map<Sku, Money> money(Map<Sku, Long> byLine) {
        return byLine.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, off -> money(off.getValue())));
    }

    /** A code may stand for several promotions: the best of their answers counts. */
    private CouponAnswer answer(String code, List<PricedItem> items, Money gross, Discounts discounts) {
        List<Promotion> its = promotions.stream()
                .filter(each -> each.isOf(code) && each.isInForce(now))
                .toList();
        if (discounts.applied().stream().anyMatch(each -> its.contains(each.promotion()))) {
            return new CouponAnswer(code, State.APPLIED, Optional.empty());
        }
        List<Promotion> left =
                its.stream().filter(each -> !usedUp.contains(each.id())).toList();
        if (left.isEmpty()) {
            return new CouponAnswer(code, its.isEmpty() ? State.NOT_VALID : State.USED_UP, Optional.empty());
        }
        List<Promotion> enough =
                left.stream().filter(each -> gross.minor() >= each.least()).toList();
        if (enough.isEmpty()) {
            long least = left.stream().mapToLong(Promotion::least).min().orElseThrow();
            return new CouponAnswer(code, State.TOO_LITTLE, Optional.of(money(least)));
        }
        long shipping = tariff.shipping(country, gross).map(Money::minor).orElse(0L);
        boolean worthless = enough.stream()
                .allMatch(each ->
                        Discounts.of(items, List.of(each), shipping).applied().isEmpty());
        return new CouponAnswer(code, worthless ? State.NO_ARTICLE : State.OTHERS_ARE_BETTER, Optional.empty());
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}

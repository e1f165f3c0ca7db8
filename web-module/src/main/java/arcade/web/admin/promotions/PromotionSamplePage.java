package arcade.web.admin.promotions;

import arcade.desk.promotions.PromotionTrial;
import arcade.desk.promotions.PromotionTrial.Match;
import arcade.desk.promotions.SampleCart;
import arcade.desk.promotions.SamplePrices;
import arcade.promotion.Judgement;
import arcade.promotion.Promotion;
import arcade.shared.Money;
import arcade.shared.Quantity;
import arcade.shared.Sku;
import arcade.web.admin.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The part of {@code /admin/promotion} where the rule, as it is typed, is tried on a cart. */
@Named("promotionSample")
@RequestScoped
public class PromotionSamplePage extends Page {
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST = 100;

    @Inject
    private PromotionTrial trial;

    @Inject
    private PromotionDeskPage page;

    private List<Row> rows;
    private SamplePrices prices;
    private String wrongCoupon = "";
    private String wrongAt = "";

    /**
     * A line of the sample cart as it is typed.
     *
     * @param words empty: the line is free
     * @param matches what the words may mean
     * @param sku the one that is meant; empty: none is
     */
    public record Row(int number, String words, String quantity, List<Match> matches, String sku) {
        /** Key of what is wrong with it; empty: nothing. */
        public String wrong() {
            if (words.isEmpty()) {
                return "";
            }
            return matches.isEmpty() ? "sample.wrong.words" : pieces().isPresent() ? "" : "sample.wrong.quantity";
        }

        /** Of what is said about it. */
        public String id() {
            return "sample-" + number + "-wrong";
        }

        Optional<Quantity> pieces() {
            return quantity.matches("[0-9]{1,3}") && Integer.parseInt(quantity) > 0
                    ? Optional.of(new Quantity(Integer.parseInt(quantity)))
                    : Optional.empty();
        }
    }

    public void look() {
        Optional<Promotion> tried = page.rule();
        Map<Sku, Quantity> articles = articles();
        Optional<String> coupon = Promotion.coupon(getCoupon());
        wrongCoupon = coupon.isEmpty() && !getCoupon().isEmpty() ? "promotion.wrong.coupon" : "";
        Optional<Instant> at = PromotionForm.local(getAt(), page.getStore().timeZone());
        wrongAt = at.isEmpty() && !getAt().isEmpty() ? "promotion.wrong.from" : "";
        if (tried.isEmpty()) {
            return;
        }
        if (articles.isEmpty() || !wrongCoupon.isEmpty() || !wrongAt.isEmpty() || isWrong()) {
            refuse("sample.wrong");
            return;
        }
        prices = trial.run(
                page.getStore(),
                tried.get(),
                page.isTicked("active"),
                new SampleCart(articles, getCountry(), coupon, at));
    }

    private boolean isWrong() {
        return getRows().stream().anyMatch(row -> !row.wrong().isEmpty());
    }

    private Map<Sku, Quantity> articles() {
        Map<Sku, Quantity> articles = new LinkedHashMap<>();
        getRows().stream()
                .filter(row -> !row.words().isEmpty() && row.wrong().isEmpty())
                .forEach(row -> articles.merge(
                        new Sku(row.sku()),
                        row.pieces().orElseThrow(),
                        (one, more) -> new Quantity(Math.min(Quantity.MOST, one.pieces() + more.pieces()))));
        return articles;
    }

    /** As many as were filled in, one to go on, and never fewer than three. */
    public List<Row> getRows() {
        if (rows == null) {
            rows = new ArrayList<>();
            int last = 0;
            for (int number = 1; number <= MOST_ROWS; number++) {
                rows.add(row(number));
                last = rows.get(number - 1).words().isEmpty() ? last : number;
            }
            rows = rows.subList(0, Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, last + 1)));
        }
        return rows;
    }

    private Row row(int number) {
        String typed = parameter("sample-" + number);
        String words = typed.substring(0, Math.min(LONGEST, typed.length()));
        List<Match> matches = words.isEmpty() ? List.of() : trial.find(page.getStore(), words);
        String picked = parameter("pick-" + number);
        String sku = matches.stream()
                .map(Match::sku)
                .filter(picked::equals)
                .findFirst()
                .or(() -> matches.stream().map(Match::sku).findFirst())
                .orElse("");
        String quantity = parameter("pieces-" + number);
        return new Row(number, words, quantity.isEmpty() ? "1" : quantity, matches, sku);
    }

    /** In words: why it does nothing. */
    public String why(Judgement judgement) {
        Promotion rule = judgement.promotion();
        String key = "verdict." + judgement.verdict().name().toLowerCase(Locale.ROOT);
        return switch (judgement.verdict()) {
            case COUPON -> desk().say(key, rule.coupon().orElseThrow());
            case TOO_LITTLE ->
                desk().say(
                                key,
                                desk().money(new Money(
                                        rule.least(), page.getStore().currency())));
            case NOT_YET -> desk().say(key, shown(rule.from().orElseThrow()));
            case OVER -> desk().say(key, shown(rule.until().orElseThrow()));
            default -> desk().say(key);
        };
    }

    private String shown(Instant at) {
        return PromotionText.shown(at, page.getStore(), desk());
    }

    public SamplePrices getPrices() {
        return prices;
    }

    public List<String> getCountries() {
        return trial.countries(page.getStore());
    }

    /** Where to; at first where the store is. */
    public String getCountry() {
        String typed = parameter("country");
        return getCountries().contains(typed) ? typed : page.getStore().country();
    }

    /** That of the rule until another one, or none, is typed. */
    public String getCoupon() {
        return isSent("with") ? parameter("with") : page.typed("coupon");
    }

    public String getAt() {
        return parameter("at");
    }

    public String getWrongCoupon() {
        return wrongCoupon;
    }

    public String getWrongAt() {
        return wrongAt;
    }
}

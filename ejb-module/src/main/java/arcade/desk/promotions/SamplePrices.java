package arcade.desk.promotions;

import arcade.catalog.Offer;
import arcade.promotion.Judgement;
import arcade.promotion.Totals;
import arcade.shared.Money;
import java.util.List;

/**
 * What a sample cart costs.
 *
 * @param judgements those that are applied, in the order in which they are, then the others
 */
public record SamplePrices(List<Line> lines, List<Judgement> judgements, Totals totals) {
    public SamplePrices {
        lines = List.copyOf(lines);
        judgements = List.copyOf(judgements);
    }

    /** Some pieces. @param off what all promotions take off them */
    public record Line(Offer offer, int quantity, Money sum, Money off) {
        public Money left() {
            return sum.minus(off);
        }
    }

    public List<Judgement> applied() {
        return judgements.stream().filter(Judgement::isApplied).toList();
    }

    public List<Judgement> leftOut() {
        return judgements.stream().filter(each -> !each.isApplied()).toList();
    }
}

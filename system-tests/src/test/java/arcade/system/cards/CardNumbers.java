package arcade.system.cards;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a text may be a card's number: 13 to 19 digits in one piece or in the groups that are printed on cards, whose last digit is
 * right (Luhn, ISO/IEC 7812-1) and whose beginning and length some network issues. Of digits by chance every tenth is right in its
 * last one, so what looks like a number and is none is left out by rule:
 *
 * <ul>
 *   <li>moments in milli-, micro- or nanoseconds since 1970 (13, 16, 19 digits) begin with 1, which no network issues;
 *   <li>a part of a token, a hash or another name: a letter or a digit stands beside it;
 *   <li>the decimals of a fraction: a digit and a point stand before it.
 * </ul>
 */
final class CardNumbers {
    private static final String BEFORE = "(?<![0-9A-Za-z_])(?<![0-9]\\.)";
    private static final String AFTER = "(?![0-9A-Za-z_])";
    private static final Pattern CANDIDATE = Pattern.compile(BEFORE
            + "(?:[0-9]{13,19}|[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}(?:\\1[0-9]{3})?|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5})"
            + AFTER);

    /** Beginnings and lengths as the networks publish them. */
    private static final Pattern ISSUED = Pattern.compile(
            "4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})" // Visa
                    + "|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}" // Mastercard
                    + "|3[47][0-9]{13}" // American Express
                    + "|3(?:0[0-5]|[689][0-9])[0-9]{11,13}" // Diners Club
                    + "|35(?:2[89]|[3-8][0-9])[0-9]{12}" // JCB
                    + "|6(?:011|4[4-9][0-9]|5[0-9]{2})[0-9]{12,15}" // Discover
                    + "|62[0-9]{14,17}" // UnionPay
                    + "|(?:50|5[6-9]|6[37])[0-9]{11,17}"); // Maestro

    private CardNumbers() {}

    static List<String> in(CharSequence text) {
        return candidates(text)
                .filter(digits -> ISSUED.matcher(digits).matches())
                .filter(CardNumbers::isRightInItsLastDigit)
                .toList();
    }

    private static Stream<String> candidates(CharSequence text) {
        return CANDIDATE.matcher(text).results().map(MatchResult::group).map(found -> found.replaceAll("[ -]", ""));
    }

    static boolean isRightInItsLastDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int counted = place % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}

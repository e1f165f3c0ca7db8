package arcade.sandbox.card;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checked card data as a shopper typed it.
 *
 * <p>Hazard: holds a card number; never keep, log or answer it.
 */
public final class CardDetails {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");
    private static final int MAX_YEARS_AHEAD = 50;

    private final String number;
    private final YearMonth expiry;

    private CardDetails(String number, YearMonth expiry) {
        this.number = number;
        this.expiry = expiry;
    }

    /** @throws InvalidCard naming the field at fault */
    public static CardDetails of(String number, String month, String year, String cvc, Instant now) {
        String digits = number.replaceAll("[\\s-]", "");
        if (!NUMBER.matcher(digits).matches() || !hasCheckDigit(digits)) {
            throw new InvalidCard("incorrect_number", "number", "Your card number is incorrect.");
        }
        YearMonth expiry = expiry(month, year, YearMonth.from(now.atZone(ZoneOffset.UTC)));
        if (!CVC.matcher(cvc.strip()).matches()) {
            throw new InvalidCard("invalid_cvc", "cvc", "Your card's security code is invalid.");
        }
        return new CardDetails(digits, expiry);
    }

    private static YearMonth expiry(String month, String year, YearMonth now) {
        int wantedMonth = parse(month);
        int wantedYear = parse(year);
        wantedYear += wantedYear >= 0 && wantedYear < 100 ? 2000 : 0;
        if (wantedMonth < 1 || wantedMonth > 12) {
            throw new InvalidCard("invalid_expiry_month", "exp_month", "Your card's expiration month is invalid.");
        }
        boolean isPlausible = wantedYear >= now.getYear() && wantedYear <= now.getYear() + MAX_YEARS_AHEAD;
        if (!isPlausible) {
            throw new InvalidCard("invalid_expiry_year", "exp_year", "Your card's expiration year is invalid.");
        }
        YearMonth expiry = YearMonth.of(wantedYear, wantedMonth);
        if (expiry.isBefore(now)) {
            throw new InvalidCard("invalid_expiry_month", "exp_month", "Your card's expiration month is invalid.");
        }
        return expiry;
    }

    private static int parse(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
    }

    /** Luhn's check. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    Optional<TestCard> testCard() {
        return TestCard.byNumber(number);
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    YearMonth expiry() {
        return expiry;
    }
}

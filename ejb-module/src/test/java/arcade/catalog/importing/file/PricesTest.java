package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    @ParameterizedTest
    @CsvSource({
        "EUR,50,5000",
        "EUR,9.99,999",
        "EUR,9.9,990",
        "EUR,0,0",
        "EUR,0.00,0",
        "EUR,10000000,1000000000",
        "JPY,1200,1200",
        "JPY,1200.00,1200",
        "KWD,1.250,1250",
        "KWD,1.2,1200"
    })
    void aPriceIsExactInTheCurrencysMinorUnits(String currency, String text, long minor) throws RowRefused {
        assertEquals(minor, minor(currency, text));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,''",
        "EUR,-1",
        "EUR,-0.01",
        "EUR,'9,99'",
        "EUR,1e3",
        "EUR,50.000",
        "EUR,9.999",
        "EUR,€9",
        "EUR,1 000",
        "EUR,+5",
        "EUR,.50",
        "EUR,NaN",
        "EUR,10000000.01",
        "EUR,99999999999999999999",
        "JPY,12.50",
        "KWD,1.2345",
        "EUR,١٢"
    })
    void whatIsNoPriceOrCouldBeMeantOtherwiseIsRefused(String currency, String text) {
        assertThrows(RowRefused.class, () -> minor(currency, text));
    }

    private static long minor(String currency, String text) throws RowRefused {
        Row row = new Row(7, Map.of(Column.PRICE, text), Optional.empty());
        return new Prices(Currency.getInstance(currency), 10_000_000).minor(row, Column.PRICE);
    }
}

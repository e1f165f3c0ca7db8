package arcade.web.internal;

import arcade.invoicing.Seller;
import arcade.shared.Money;
import arcade.store.Accent;
import arcade.store.Family;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.CategorySetup;
import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.ShippingRate;
import arcade.store.StoreSetup.Transit;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A store as JSON: one element of {@code stores.json}. Every refusal is an IllegalArgumentException that names the
 * field.
 */
final class StoreDocument {
    private static final int BASIS_POINTS_OF_A_PERCENT = 2;
    private static final int LONGEST = 1_000_000;

    private StoreDocument() {}

    static StoreSetup setup(String code, String document) {
        if (document.length() > LONGEST) {
            throw new IllegalArgumentException("the document is longer than " + LONGEST + " characters");
        }
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return setup(code, reader.readObject());
        } catch (JsonException e) {
            throw new IllegalArgumentException("the document is no JSON object: " + e.getMessage(), e);
        }
    }

    /** Who sells, if a document that {@link #setup} has read says it: {@code name}, {@code address} as lines, {@code taxNumber}. */
    static Optional<Seller> seller(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            JsonObject seller = reader.readObject().getJsonObject("seller");
            return Optional.ofNullable(seller)
                    .map(its -> new Seller(
                            text(its, "name"),
                            array(its, "address").getValuesAs(StoreDocument::text),
                            its.containsKey("taxNumber") ? text(its, "taxNumber") : ""));
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("seller: must be an object", e);
        }
    }

    private static StoreSetup setup(String code, JsonObject store) {
        if (store.containsKey("code") && !text(store, "code").equals(code)) {
            throw new IllegalArgumentException(
                    "code: the address says " + code + ", the document " + text(store, "code"));
        }
        Currency currency = currency(text(store, "currency"));
        return new StoreSetup(
                code,
                text(store, "name"),
                store.containsKey("tagline") ? text(store, "tagline") : "",
                currency,
                Locale.forLanguageTag(text(store, "locale")),
                text(store, "country"),
                text(store, "look"),
                array(store, "domains").getValuesAs(StoreDocument::text),
                objects(store, "categories").stream()
                        .map(StoreDocument::category)
                        .toList(),
                objects(store, "shipping").stream()
                        .map(rate -> rate(rate, currency))
                        .toList(),
                taxes(store),
                dispatch(store),
                new Family(store.containsKey("owner") ? text(store, "owner") : "", offered(store)),
                store.containsKey("accent") ? Optional.of(Accent.typed(text(store, "accent"))) : Optional.empty());
    }

    /** What shoppers read of the names that they may go on with. */
    private static Map<String, String> offered(JsonObject store) {
        if (!store.containsKey("offered")) {
            return Map.of();
        }
        if (store.get("offered") instanceof JsonObject labels) {
            return labels.keySet().stream().collect(Collectors.toMap(host -> host, host -> text(labels, host)));
        }
        throw new IllegalArgumentException("offered: not an object of host names");
    }

    private static CategorySetup category(JsonObject category) {
        String description = category.containsKey("description") ? text(category, "description") : "";
        return new CategorySetup(text(category, "handle"), text(category, "title"), description);
    }

    private static ShippingRate rate(JsonObject rate, Currency currency) {
        Optional<Money> freeFrom = rate.containsKey("freeFromMinor") && !rate.isNull("freeFromMinor")
                ? Optional.of(money(rate, "freeFromMinor", currency))
                : Optional.empty();
        return new ShippingRate(text(rate, "country"), money(rate, "amountMinor", currency), freeFrom, transit(rate));
    }

    private static Optional<Transit> transit(JsonObject rate) {
        return object(rate, "transitDays").map(days -> new Transit(days(days, "least"), days(days, "most")));
    }

    private static Optional<Dispatch> dispatch(JsonObject store) {
        return object(store, "dispatch")
                .map(its -> Dispatch.of(text(its, "timeZone"), text(its, "cutOff"), days(its, "handlingDays")));
    }

    private static int days(JsonObject of, String field) {
        try {
            return of.getJsonNumber(field).intValueExact();
        } catch (ClassCastException | NullPointerException | ArithmeticException e) {
            throw new IllegalArgumentException(field + ": not a whole number of days: " + of.get(field), e);
        }
    }

    private static Optional<JsonObject> object(JsonObject of, String field) {
        JsonValue value = of.getOrDefault(field, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonObject object) {
            return Optional.of(object);
        }
        throw new IllegalArgumentException(field + ": not an object");
    }

    private static Map<String, Integer> taxes(JsonObject store) {
        Map<String, Integer> taxes = new HashMap<>();
        if (store.get("taxPercent") instanceof JsonObject percents) {
            percents.forEach((country, percent) -> taxes.put(country, basisPoints(country, percent)));
        } else if (store.containsKey("taxPercent")) {
            throw new IllegalArgumentException("taxPercent: not an object of countries");
        }
        return taxes;
    }

    private static int basisPoints(String country, JsonValue percent) {
        try {
            return ((JsonNumber) percent)
                    .bigDecimalValue()
                    .movePointRight(BASIS_POINTS_OF_A_PERCENT)
                    .intValueExact();
        } catch (ClassCastException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "taxPercent: not a number with at most two decimals for " + country + ": " + percent, e);
        }
    }

    private static Money money(JsonObject of, String field, Currency currency) {
        try {
            return new Money(of.getJsonNumber(field).longValueExact(), currency);
        } catch (ClassCastException | NullPointerException | ArithmeticException e) {
            throw new IllegalArgumentException(field + ": not a whole number of minor units: " + of.get(field), e);
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency: not an ISO 4217 code: " + code, e);
        }
    }

    private static List<JsonObject> objects(JsonObject of, String field) {
        return array(of, field).getValuesAs(value -> {
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new IllegalArgumentException(field + ": not a list of objects");
        });
    }

    private static JsonArray array(JsonObject of, String field) {
        JsonValue value = of.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY);
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException(field + ": not a list");
    }

    private static String text(JsonObject of, String field) {
        if (of.get(field) instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException(field + ": missing, or not a text");
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException("domains: not a text: " + value);
    }
}

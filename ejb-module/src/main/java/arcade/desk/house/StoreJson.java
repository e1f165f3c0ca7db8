package arcade.desk.house;

import arcade.shared.Money;
import arcade.shared.Sha256;
import arcade.store.Accent;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.ShippingRate;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;

/** A shop as the log has it. One shop has one text, whatever the order in which it was typed. */
final class StoreJson {
    private StoreJson() {}

    static String mark(StoreSetup setup) {
        return Sha256.of(of(setup).toString());
    }

    static JsonObject of(StoreSetup setup) {
        JsonArrayBuilder shipping = Json.createArrayBuilder();
        setup.shipping().stream().map(StoreJson::text).sorted().forEach(shipping::add);
        JsonObjectBuilder taxes = Json.createObjectBuilder();
        new TreeMap<>(setup.taxBasisPoints()).forEach(taxes::add);
        JsonObjectBuilder offered = Json.createObjectBuilder();
        new TreeMap<>(setup.family().offered()).forEach(offered::add);
        return Json.createObjectBuilder()
                .add("name", setup.name())
                .add("tagline", setup.tagline())
                .add("currency", setup.currency().getCurrencyCode())
                .add("locale", setup.locale().toLanguageTag())
                .add("country", setup.country())
                .add("look", setup.look())
                .add("owner", setup.family().owner())
                .add("accent", setup.accent().map(Accent::colour).orElse(""))
                .add(
                        "domains",
                        Json.createArrayBuilder(
                                setup.domains().stream().sorted().toList()))
                .add("offered", offered)
                .add("shipping", shipping)
                .add("taxBasisPoints", taxes)
                .add("dispatch", setup.dispatch().map(Record::toString).orElse(""))
                .build();
    }

    private static String text(ShippingRate rate) {
        return rate.country() + " " + rate.amount().minor()
                + rate.freeFrom()
                        .map(Money::minor)
                        .map(from -> " free from " + from)
                        .orElse("")
                + rate.transit()
                        .map(days -> " in " + days.leastDays() + " to " + days.mostDays() + " days")
                        .orElse("");
    }
}

package arcade.invoicing;

import arcade.shared.Money;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A document as it is kept. What was kept once must be readable for ten years: members are added, never renamed. */
final class InvoiceJson {
    private InvoiceJson() {}

    static String write(InvoiceDocument document) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        document.lines().forEach(line -> lines.add(line(line)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", document.kind().name())
                .add("number", document.number())
                .add("locale", document.locale().toLanguageTag())
                .add("issuedAt", document.issuedAt().toString())
                .add(
                        "seller",
                        party(document.seller().name(), document.seller().address())
                                .add("taxNumber", document.seller().taxNumber()))
                .add("buyer", party(document.buyer().name(), document.buyer().address()))
                .add("orderNumber", document.orderNumber())
                .add("orderedAt", document.orderedAt().toString())
                .add("currency", document.total().currency().getCurrencyCode())
                .add("lines", lines)
                .add("itemsMinor", document.items().minor())
                .add("discountMinor", document.discount().minor())
                .add("shippingMinor", document.shipping().minor())
                .add("totalMinor", document.total().minor())
                .add("taxMinor", document.tax().minor());
        document.corrects().ifPresent(number -> json.add("corrects", number));
        document.taxBasisPoints().ifPresent(points -> json.add("taxBasisPoints", points));
        return json.build().toString();
    }

    static InvoiceDocument read(String text) {
        JsonObject json = Json.createReader(new StringReader(text)).readObject();
        String currency = json.getString("currency");
        JsonObject seller = json.getJsonObject("seller");
        JsonObject buyer = json.getJsonObject("buyer");
        return new InvoiceDocument(
                InvoiceKind.valueOf(json.getString("kind")),
                whole(json, "number"),
                json.containsKey("corrects") ? OptionalLong.of(whole(json, "corrects")) : OptionalLong.empty(),
                Locale.forLanguageTag(json.getString("locale")),
                Instant.parse(json.getString("issuedAt")),
                new Seller(seller.getString("name"), address(seller), seller.getString("taxNumber")),
                new InvoiceDocument.Buyer(buyer.getString("name"), address(buyer)),
                whole(json, "orderNumber"),
                Instant.parse(json.getString("orderedAt")),
                json.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                        .map(line -> line(line, currency))
                        .toList(),
                Money.of(whole(json, "itemsMinor"), currency),
                Money.of(whole(json, "discountMinor"), currency),
                Money.of(whole(json, "shippingMinor"), currency),
                Money.of(whole(json, "totalMinor"), currency),
                Money.of(whole(json, "taxMinor"), currency),
                json.containsKey("taxBasisPoints")
                        ? OptionalInt.of(json.getInt("taxBasisPoints"))
                        : OptionalInt.empty());
    }

    private static JsonObjectBuilder line(InvoiceDocument.Line line) {
        return Json.createObjectBuilder()
                .add("quantity", line.quantity())
                .add("title", line.title())
                .add("detail", line.detail())
                .add("sku", line.sku())
                .add("unitMinor", line.unit().minor());
    }

    private static InvoiceDocument.Line line(JsonObject line, String currency) {
        return new InvoiceDocument.Line(
                line.getInt("quantity"),
                line.getString("title"),
                line.getString("detail"),
                line.getString("sku"),
                Money.of(whole(line, "unitMinor"), currency));
    }

    private static JsonObjectBuilder party(String name, List<String> address) {
        return Json.createObjectBuilder().add("name", name).add("address", Json.createArrayBuilder(address));
    }

    private static List<String> address(JsonObject party) {
        JsonArray lines = party.getJsonArray("address");
        return lines.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static long whole(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }
}

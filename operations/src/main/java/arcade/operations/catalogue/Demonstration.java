package arcade.operations.catalogue;

import arcade.operations.database.Access;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Project;
import arcade.operations.http.NodeClient;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The demonstration shops: {@code stores.json}, for each store a {@code products.csv}, and the words of their pages, brought in by the
 * same calls as any other catalogue. Their promotions want a coupon, so that nobody's price changes who types none. A load that was interrupted is done again by the next {@code up}.
 */
public final class Demonstration {
    private final Home home;
    private final Path folder;
    private final Path loading;

    public Demonstration(Home home, Project project) {
        this.home = home;
        this.folder = project.configuration("demonstration");
        this.loading = home.path("demonstration.loading");
    }

    /** Whether there is no store at all, or a load was begun and did not end. */
    public boolean isWanted() {
        return Files.exists(loading) || storesInShop() == 0;
    }

    /**
     * Prints a step for each store.
     *
     * @throws Failure when the node does not take a store or a product
     */
    public void load(NodeClient node) throws InterruptedException {
        try {
            Files.writeString(loading, "");
            ShopImporter shop = new ShopImporter(node);
            for (JsonElement store : stores()) {
                load(shop, store);
            }
            Files.delete(loading);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot mark the load in " + loading, e);
        }
    }

    private void load(ShopImporter shop, JsonElement store) throws InterruptedException {
        String code = store.getAsJsonObject().get("code").getAsString();
        shop.store(code, store.toString());
        shop.promotions(code, store.getAsJsonObject().getAsJsonArray("promotions"));
        for (JsonElement page : store.getAsJsonObject().getAsJsonArray("pages")) {
            shop.page(code, page(page.getAsJsonObject()));
        }
        ProductFile products = ProductFile.at(folder.resolve(code).resolve("products.csv"));
        ImportReport report = shop.products(code, products, false, (done, total) -> {});
        Console.step("demonstration store " + code + ": " + report.summary());
        if (!report.rejected().isEmpty()) {
            ImportReport.Rejected first = report.rejected().get(0);
            throw new Failure(
                    "the demonstration catalogue of " + code + " has a row the shop refuses, line " + first.line()
                            + ": " + first.reason(),
                    "restore domain-config/demonstration from git");
        }
    }

    /** The page with its words, which lie in a file of their own. */
    private JsonObject page(JsonObject named) {
        JsonObject page = named.deepCopy();
        Path file = folder.resolve(page.remove("file").getAsString());
        try {
            page.addProperty("body", Files.readString(file));
            return page;
        } catch (IOException e) {
            throw new Failure("cannot read " + file + ": " + e.getMessage(), "restore it from git", e);
        }
    }

    private JsonArray stores() {
        Path file = folder.resolve("stores.json");
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonArray();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new Failure("cannot read " + file + ": " + e.getMessage(), "restore it from git", e);
        }
    }

    private long storesInShop() {
        try (Connection connection = Access.of(home).asRoot();
                Statement statement = connection.createStatement();
                ResultSet stores = statement.executeQuery("SELECT COUNT(*) FROM store")) {
            stores.next();
            return stores.getLong(1);
        } catch (SQLException e) {
            throw new Failure(
                    "cannot read the shop's database: " + e.getMessage(),
                    "see './arcade status', then './arcade up'",
                    e);
        }
    }
}

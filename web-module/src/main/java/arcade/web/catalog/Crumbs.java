package arcade.web.catalog;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** The way from the start page to a page as schema.org data. */
final class Crumbs {
    private final String origin;
    private final JsonArrayBuilder steps = Json.createArrayBuilder();
    private int length;

    Crumbs(String origin) {
        this.origin = origin;
    }

    Crumbs step(String name, String path) {
        steps.add(Json.createObjectBuilder()
                .add("@type", "ListItem")
                .add("position", ++length)
                .add("name", name)
                .add("item", origin + path));
        return this;
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "BreadcrumbList")
                .add("itemListElement", steps)
                .build();
    }
}

package arcade.system.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lighthouse with its own preset for a phone on a slow line, installed by npm in the versions of its lock file. */
public final class Lighthouse {
    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path HOME = Path.of("target", "lighthouse");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** One look at a page. */
    public record Look(Map<Figure, Double> figures, List<String> complaints) {

        public double of(Figure figure) {
            return figures.get(figure);
        }
    }

    private static final int MOST_LOOKS = 3;

    /** Its words for a page that it could not record, which says nothing about the page. */
    private static final String SAW_NOTHING = "Please run Lighthouse again";

    private Lighthouse() {}

    public static Lighthouse installed() {
        try {
            Files.createDirectories(HOME);
            for (String file : List.of("package.json", "package-lock.json")) {
                Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + HOME, e);
        }
        new Command(HOME)
                .within(PATIENCE)
                .run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"))
                .expect(0);
        return new Lighthouse();
    }

    /** @param cookies of the visitor, none for a new one */
    public Look at(String address, Map<String, String> cookies) {
        Path report = HOME.resolve("report.json");
        JsonObject headers = new JsonObject();
        if (!cookies.isEmpty()) {
            headers.addProperty(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .toList()));
        }
        Command lighthouse = new Command(HOME)
                .within(PATIENCE)
                .with("CHROME_PATH", Chromium.program().toString());
        List<String> line = List.of(
                "node_modules/.bin/lighthouse",
                address,
                "--quiet",
                "--output=json",
                "--output-path=" + report.getFileName(),
                "--extra-headers=" + headers,
                "--chrome-flags=--headless=new "
                        + String.join(
                                " ",
                                Chromium.FLAGS.stream()
                                        .map(flag -> flag.replace(" ", "\\ "))
                                        .toList()));
        Outcome looked = lighthouse.run(line);
        for (int look = 1; look < MOST_LOOKS && looked.err().contains(SAW_NOTHING); look++) {
            looked = lighthouse.run(line);
        }
        looked.expect(0);
        try {
            return read(JsonParser.parseString(Files.readString(report)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + report, e);
        }
    }

    private static Look read(JsonObject report) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, figure.of(report));
        }
        return new Look(figures, complaints(report).toList());
    }

    /** What lowers a score, in Lighthouse's words. */
    private static Stream<String> complaints(JsonObject report) {
        JsonObject audits = report.getAsJsonObject("audits");
        return report.getAsJsonObject("categories").entrySet().stream()
                .flatMap(
                        category -> category.getValue().getAsJsonObject().getAsJsonArray("auditRefs").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .filter(part -> part.get("weight").getAsDouble() > 0)
                .map(part -> audits.getAsJsonObject(part.get("id").getAsString()))
                .filter(audit ->
                        !audit.get("score").isJsonNull() && audit.get("score").getAsDouble() < 1)
                .map(audit -> audit.get("title").getAsString());
    }
}

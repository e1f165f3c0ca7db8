package arcade.web.store;

import arcade.shared.Sha256;
import arcade.store.Accent;
import arcade.store.Store;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Style, script, font and marks: a few small files, read once, kept in memory and compressed. Their folder is named by their
 * content, so that an address may be cached for ever and a new release brings new addresses.
 */
@ApplicationScoped
public class Assets {
    private static final String ROOT = "/WEB-INF/assets/";
    static final String USUAL_LOOK = "arcade";
    private static final String LOOKS = "looks/";
    private static final int NAME_LENGTH = 12;
    /** The style of a store's own colour: a form with the colours left out. */
    private static final String ACCENT_STYLE = "accent.css";

    private static final String ACCENTS = "accents/";
    private static final String STYLE = ".css";

    /** @param packed compressed by gzip; empty where that gains nothing */
    record Asset(String type, byte[] plain, Optional<byte[]> packed) {}

    @Inject
    private ServletContext files;

    private final Map<String, Asset> byName = new TreeMap<>();
    private String version;

    @PostConstruct
    void load() {
        read(ROOT);
        version = hash();
    }

    /** Path of the folder of this release's files, no slash at the end. */
    public String folder() {
        return "/assets/" + version;
    }

    /** The looks that this release has. */
    public List<String> looks() {
        return byName.keySet().stream()
                .filter(name -> name.startsWith(LOOKS))
                .map(name -> name.substring(LOOKS.length(), name.length() - ".svg".length()))
                .toList();
    }

    /** The store's look, or the usual one if this release has no such look. */
    String look(Store store) {
        return byName.containsKey(LOOKS + store.look() + ".svg") ? store.look() : USUAL_LOOK;
    }

    /** Address of the style of the store's own colour, which is all that its content depends on; empty if it has none. */
    String accent(Store store) {
        return store.accent()
                .map(accent -> folder() + "/" + ACCENTS + accent.colour().substring(1) + STYLE)
                .orElse("");
    }

    Optional<Asset> find(String name) {
        return name.startsWith(ACCENTS) && name.endsWith(STYLE)
                ? style("#" + name.substring(ACCENTS.length(), name.length() - STYLE.length()))
                : Optional.ofNullable(byName.get(name));
    }

    private Optional<Asset> style(String colour) {
        if (!Accent.isAccent(colour)) {
            return Optional.empty();
        }
        Accent accent = new Accent(colour);
        String style = new String(byName.get(ACCENT_STYLE).plain(), StandardCharsets.UTF_8)
                .formatted(accent.colour(), accent.strong(), accent.onDark(), accent.strongOnDark());
        return Optional.of(new Asset(type(STYLE), style.getBytes(StandardCharsets.UTF_8), Optional.empty()));
    }

    boolean isCurrent(String asked) {
        return version.equals(asked);
    }

    private void read(String folder) {
        for (String path : files.getResourcePaths(folder)) {
            if (path.endsWith("/")) {
                read(path);
            } else {
                byName.put(path.substring(ROOT.length()), asset(path));
            }
        }
    }

    private Asset asset(String path) {
        try (InputStream content = files.getResourceAsStream(path)) {
            byte[] plain = content.readAllBytes();
            byte[] packed = gzip(plain);
            return new Asset(
                    type(path), plain, Optional.of(packed).filter(bytes -> bytes.length < plain.length * 9L / 10));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + path + " of the release cannot be read", e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        }
        return packed.toByteArray();
    }

    static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "text/plain;charset=UTF-8";
        };
    }

    private String hash() {
        Sha256 sum = new Sha256();
        byName.forEach((name, asset) -> sum.with(name).with(asset.plain()));
        return sum.hex().substring(0, NAME_LENGTH);
    }
}

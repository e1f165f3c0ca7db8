package arcade.web.store;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    private static final int NAME_LENGTH = 12;

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

    /** The store's look, or the usual one if this release has no such look. */
    String look(Store store) {
        return byName.containsKey("looks/" + store.look() + ".svg") ? store.look() : USUAL_LOOK;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
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
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            byName.forEach((name, asset) -> {
                sum.update(name.getBytes(StandardCharsets.UTF_8));
                sum.update(asset.plain());
            });
            return HexFormat.of().formatHex(sum.digest()).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

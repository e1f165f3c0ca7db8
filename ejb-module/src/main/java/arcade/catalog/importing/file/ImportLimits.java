package arcade.catalog.importing.file;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What one import may bring. Each is a configuration key under {@code arcade.import.}.
 *
 * @param fileBytes {@code file.bytes}: size of the CSV
 * @param archiveBytes {@code archive.bytes}: size of what is posted, packed
 * @param archiveEntries {@code archive.entries}: files in a posted zip
 * @param rows {@code rows}: rows after the header
 * @param columns {@code columns}: columns in the header
 * @param fieldCharacters {@code field.characters}: length of any one field, the body included
 * @param variants {@code variants}: variants of one product
 * @param pictures {@code pictures}: pictures of one product
 * @param pictureBytes {@code picture.bytes}: size of one picture, unpacked
 * @param priceMajor {@code price.major}: the highest believable price, in major units
 * @param batch {@code batch}: products in one transaction
 * @param fetches {@code fetches}: pictures fetched at the same time
 * @param findings {@code findings}: refusals and notices told one by one; the rest is counted
 */
public record ImportLimits(
        int fileBytes,
        int archiveBytes,
        int archiveEntries,
        int rows,
        int columns,
        int fieldCharacters,
        int variants,
        int pictures,
        int pictureBytes,
        int priceMajor,
        int batch,
        int fetches,
        int findings) {
    private static final int MEGABYTE = 1 << 20;

    public static ImportLimits of(Config config) {
        return new ImportLimits(
                limit(config, "file.bytes", 32 * MEGABYTE),
                limit(config, "archive.bytes", 256 * MEGABYTE),
                limit(config, "archive.entries", 20_000),
                limit(config, "rows", 200_000),
                limit(config, "columns", 200),
                limit(config, "field.characters", 100_000),
                limit(config, "variants", 2_000),
                limit(config, "pictures", 250),
                limit(config, "picture.bytes", 10 * MEGABYTE),
                limit(config, "price.major", 10_000_000),
                limit(config, "batch", 100),
                limit(config, "fetches", 8),
                limit(config, "findings", 2_000));
    }

    private static int limit(Config config, String name, int usual) {
        Optional<Integer> given = config.getOptionalValue("arcade.import." + name, Integer.class);
        if (given.isPresent() && given.get() < 1) {
            throw new IllegalStateException("arcade.import." + name + " must be at least 1, not " + given.get());
        }
        return given.orElse(usual);
    }
}

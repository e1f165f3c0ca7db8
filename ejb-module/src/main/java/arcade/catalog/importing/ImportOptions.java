package arcade.catalog.importing;

/**
 * @param dryRun tell what would change, write nothing and fetch nothing
 * @param retryPictures fetch again what could not be fetched before, even of products whose rows did not change
 */
public record ImportOptions(boolean dryRun, boolean retryPictures) {}

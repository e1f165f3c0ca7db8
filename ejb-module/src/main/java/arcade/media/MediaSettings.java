package arcade.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys {@code arcade.media.*}: a bucket where one is named, else a folder. */
@ApplicationScoped
class MediaSettings {
    @Inject
    @ConfigProperty(name = "arcade.media.folder")
    private Optional<String> folder;

    @Inject
    @ConfigProperty(name = "arcade.media.bucket")
    private Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "arcade.media.endpoint")
    private Optional<URI> endpoint;

    @Inject
    @ConfigProperty(name = "arcade.media.region", defaultValue = "us-east-1")
    private String region;

    @Inject
    @ConfigProperty(name = "arcade.media.access-key")
    private Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "arcade.media.secret-key")
    private Optional<String> secretKey;

    /** @throws IllegalArgumentException naming the key that is missing or wrong */
    Shelf shelf() {
        if (bucket.isPresent()) {
            return new BucketShelf(
                    bucket.get(),
                    endpoint,
                    region,
                    accessKey.map(String::strip).orElse(""),
                    secretKey.map(String::strip).orElse(""));
        }
        return new FolderShelf(Path.of(folder.orElseThrow(() -> new IllegalArgumentException(
                "arcade.media.folder or arcade.media.bucket must be set: where the pictures lie"))));
    }
}

package arcade.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a server that speaks S3 and checks signatures. */
class BucketShelfTest {
    private static final String BUCKET = "pictures";
    private static final byte[] CONTENT = "drawn".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    private final S3ProxyExtension server = S3ProxyExtension.builder()
            .withCredentials("shop", "secret")
            .withBlobStoreProvider("transient-nio2")
            .build();

    @BeforeEach
    void theBucketIsThere() {
        Client.s3()
                .region("eu-central-1")
                .accessKey("shop")
                .secretKey("secret")
                .baseUrlFactory((name, region) -> String.valueOf(server.getUri()))
                .build()
                .path(BUCKET)
                .method(HttpMethod.PUT)
                .execute();
    }

    @Test
    void whatIsPutThereIsThere() throws IOException {
        Shelf shelf = shelf("secret");
        assertFalse(shelf.holds("a.svg"));
        assertTrue(shelf.open("a.svg").isEmpty());

        shelf.put("a.svg", MediaKind.SVG, CONTENT);
        shelf.put("a.svg", MediaKind.SVG, CONTENT);

        assertTrue(shelf.holds("a.svg"));
        Shelf.Content found = shelf.open("a.svg").orElseThrow();
        assertEquals(CONTENT.length, found.length());
        assertArrayEquals(CONTENT, found.stream().readAllBytes());
    }

    @Test
    void aPictureAndItsWidthsLieInTheBucket() throws Exception {
        MediaStore store = new MediaStore(shelf("secret"));
        Picture picture = MediaStoreTest.photograph(700);

        store.put(picture);

        try (Media found = store.open(picture.name()).orElseThrow();
                Media width = store.open(Widths.name(picture.name(), 640)).orElseThrow()) {
            assertArrayEquals(picture.content(), found.content().readAllBytes());
            assertEquals(MediaKind.JPEG, width.kind());
        }
    }

    @Test
    void aWrongKeyIsAnErrorNotAMissingPicture() {
        Shelf shelf = shelf("wrong");

        String told = assertThrows(IOException.class, () -> shelf.open("a.svg")).getMessage();

        assertTrue(told.contains(BUCKET), told);
        assertThrows(IOException.class, () -> shelf.put("a.svg", MediaKind.SVG, CONTENT));
        assertThrows(IOException.class, () -> shelf.holds("a.svg"));
    }

    @Test
    void aServiceThatIsAwayIsAnErrorNotAMissingPicture() {
        Shelf shelf = new BucketShelf(
                BUCKET, Optional.of(URI.create("http://127.0.0.1:1")), "eu-central-1", "shop", "secret");

        assertThrows(IOException.class, () -> shelf.open("a.svg"));
    }

    @Test
    void aBucketWithoutKeysIsRefusedByName() {
        String told = assertThrows(
                        IllegalArgumentException.class,
                        () -> new BucketShelf(BUCKET, Optional.empty(), "eu-central-1", "shop", ""))
                .getMessage();

        assertTrue(told.contains("arcade.media.secret-key"), told);
    }

    private Shelf shelf(String secret) {
        return new BucketShelf(BUCKET, Optional.of(server.getUri()), "eu-central-1", "shop", secret);
    }
}

package arcade.operations.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductFileTest {
    @TempDir
    private Path folder;

    private Path shop;

    @BeforeEach
    void pictures() throws IOException {
        shop = Files.createDirectories(folder.resolve("shop/pictures")).getParent();
        Files.writeString(shop.resolve("pictures/mug.svg"), "<svg/>");
        Files.writeString(shop.resolve("pictures/red.svg"), "<svg/>");
        Files.writeString(folder.resolve("secret.svg"), "<svg/>");
    }

    @Test
    void picturesBesideTheFileAreFound() throws IOException {
        ProductFile file = products("""
                Handle,Title,Image Src,Variant Image
                mug,"A mug,
                of clay",pictures/mug.svg,pictures/red.svg
                mug,,pictures/mug.svg,
                """);

        assertEquals(List.of(Path.of("pictures/mug.svg"), Path.of("pictures/red.svg")), List.copyOf(file.pictures()));
    }

    @Test
    void onlyExistingFilesInsideTheFolderAre() throws IOException {
        ProductFile file = products("Handle,Image Src\n"
                + "a,https://example.com/pictures/mug.svg\nb,../secret.svg\nc,"
                + folder.resolve("secret.svg") + "\nd,pictures/none.svg\ne,\nf,pictures\n");

        assertTrue(file.pictures().isEmpty());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        ProductFile file = products("\uFEFFHandle,Image Src\na,pictures/mug.svg\n");

        assertEquals(1, file.pictures().size());
    }

    @Test
    void anUnreadableRowIsLeftToTheShop() throws IOException {
        ProductFile file = products("Handle,Image Src\na,pictures/mug.svg\nb,\"never closed\n");

        assertEquals(1, file.pictures().size());
    }

    @Test
    void aMissingFileIsNamed() {
        Failure failure = assertThrows(Failure.class, () -> ProductFile.at(folder.resolve("none.csv")));

        assertTrue(failure.getMessage().contains("none.csv"));
    }

    @Test
    void aFileThatIsNoProductCsvIsRefused() {
        for (String text : List.of("", "PK\u0003\u0004binary", "name,price\nmug,12\n", "<html></html>")) {
            Failure failure = assertThrows(Failure.class, () -> products(text), text);

            assertTrue(failure.getMessage().contains("is no product CSV"), failure.getMessage());
        }
    }

    private ProductFile products(String text) throws IOException {
        return ProductFile.at(Files.writeString(shop.resolve("products.csv"), text));
    }
}

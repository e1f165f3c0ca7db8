package arcade.web.gateway;

import static arcade.web.gateway.GatewayNoticeServlet.MOST_BYTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayNoticeServletTest {
    @Test
    void aHugeBodyThatSaysSoIsNotReadAtAll() throws IOException {
        assertEquals(Optional.empty(), GatewayNoticeServlet.body(MOST_BYTES + 1L, unreadable()));
        assertThrows(IOException.class, () -> GatewayNoticeServlet.body(MOST_BYTES, unreadable()));
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        Endless endless = new Endless();

        assertEquals(Optional.empty(), GatewayNoticeServlet.body(-1, endless));
        assertTrue(endless.given <= MOST_BYTES + 16_384L, endless.given + " bytes read");
    }

    @Test
    void whatFitsIsReadWhole() throws IOException {
        byte[] body = new byte[MOST_BYTES];

        assertEquals(
                MOST_BYTES,
                GatewayNoticeServlet.body(-1, new ByteArrayInputStream(body)).orElseThrow().length);
    }

    private static InputStream unreadable() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("nobody may read this");
            }
        };
    }

    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }
    }
}

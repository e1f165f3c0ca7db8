package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** What the router thinks, by its runtime socket. */
final class RouterSocket {
    private static final int PROXY = 0;
    private static final int SERVER = 1;
    private static final int STATUS = 17;

    private final Path socket;

    RouterSocket(Path socket) {
        this.socket = socket;
    }

    /** Nodes that get shoppers' page requests. */
    Set<String> usableNodes() {
        return ask("show stat")
                .lines()
                .map(line -> line.split(","))
                .filter(fields -> fields.length > STATUS && fields[PROXY].equals("pages"))
                .filter(fields -> !Set.of("BACKEND", "FRONTEND").contains(fields[SERVER]))
                .filter(fields -> fields[STATUS].equals("UP"))
                .map(fields -> fields[SERVER])
                .collect(Collectors.toSet());
    }

    private String ask(String question) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((question + "\n").getBytes(StandardCharsets.US_ASCII)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer part = ByteBuffer.allocate(1 << 16);
            while (channel.read(part) >= 0) {
                answer.append(StandardCharsets.US_ASCII.decode(part.flip()));
                part.clear();
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the router's socket " + socket + " does not answer", e);
        }
    }
}

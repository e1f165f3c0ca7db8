package arcade.operations.router;

import arcade.operations.home.Home;
import arcade.operations.home.Project;
import arcade.operations.home.SocketPath;
import arcade.operations.host.Site;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** HAProxy's runtime socket: one command, one answer. */
record RuntimeSocket(Home home) {

    /** @throws IOException when the router does not answer */
    String ask(String command) throws IOException {
        Path socket = new Site(home, Project.located(), home.cluster().router()).socket(SocketPath.in(home, "router"));
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package arcade.sandbox.clients;

import arcade.sandbox.RunningSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A fresh gateway and the box that its webhooks come to: where one client plays all scenarios. */
final class Stage implements AutoCloseable {
    private final WebhookBox box;
    private final RunningSandbox sandbox;

    Stage(Path ledger) throws IOException {
        box = new WebhookBox();
        sandbox = RunningSandbox.start(
                ledger,
                Clock.systemUTC(),
                "--webhook-url",
                box.address(),
                "--webhook-secret",
                RunningSandbox.WEBHOOK_SECRET);
    }

    RunningSandbox sandbox() {
        return sandbox;
    }

    WebhookBox box() {
        return box;
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        box.close();
    }
}

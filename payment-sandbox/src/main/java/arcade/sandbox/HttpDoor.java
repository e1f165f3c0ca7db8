package arcade.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One listening port with a bounded number of threads and of waiting requests; more are cut off. */
final class HttpDoor implements AutoCloseable {
    private static final int MAX_WAITING = 1024;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private HttpDoor(HttpServer server, int threadCount) {
        this.server = server;
        this.threads = new ThreadPoolExecutor(
                threadCount, threadCount, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING));
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
    }

    /** @throws IllegalStateException when the port cannot be had; the message says why and what to do */
    static HttpDoor open(InetAddress bind, int port, String option, int threadCount) throws IOException {
        try {
            return new HttpDoor(HttpServer.create(new InetSocketAddress(bind, port), MAX_WAITING), threadCount);
        } catch (BindException e) {
            throw new IllegalStateException(
                    "cannot listen on " + bind.getHostAddress() + ":" + port + " (" + e.getMessage()
                            + "); stop what uses it or choose another " + option,
                    e);
        }
    }

    void start(Map<String, HttpHandler> handlers) {
        handlers.forEach((path, handler) -> server.createContext(path, exchange -> logged(handler, exchange)));
        server.start();
    }

    /** The JDK's server would drop a bug without a word. */
    private static void logged(HttpHandler handler, HttpExchange exchange) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException bug) {
            System.err.println(exchange.getRequestMethod() + " request failed: " + bug);
            bug.printStackTrace();
            exchange.close();
        }
    }

    /** The threads that answer. */
    Executor threads() {
        return threads;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}

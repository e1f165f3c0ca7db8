package arcade.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Measures what a running sandbox spends per API request: pays by token (create, confirm, capture) over kept connections
 * and reads the process's CPU time before and after. Not a test; docs/sandbox.md has the command.
 */
final class CpuPerRequest {
    private static final double MILLIS_PER_TICK = 10;

    private final URI api;
    private final String key;

    private CpuPerRequest(URI api, String key) {
        this.api = api;
        this.key = key;
    }

    /** Arguments: address of the API, key, process id of the sandbox, payments, concurrent clients. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        CpuPerRequest measure = new CpuPerRequest(URI.create(arguments[0]), arguments[1]);
        int payments = Integer.parseInt(arguments[3]);
        int clients = Integer.parseInt(arguments[4]);
        measure.run(payments, clients);
        long ticks = ticks(arguments[2]);
        long start = System.nanoTime();
        measure.run(payments, clients);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        double millis = (ticks(arguments[2]) - ticks) * MILLIS_PER_TICK;
        System.out.printf(
                "%d payments of 3 requests, %d clients: %.3f ms CPU per request, %.0f requests/s%n",
                payments, clients, millis / payments / 3, payments * 3000.0 / took.toMillis());
    }

    private void run(int payments, int clients) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Callable<Void> client = () -> {
            payMany(payments / clients);
            return null;
        };
        for (var done : threads.invokeAll(
                IntStream.range(0, clients).mapToObj(i -> client).toList())) {
            done.get();
        }
        threads.shutdown();
    }

    private void payMany(int payments) throws IOException {
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < payments; i++) {
                String created = post(
                        socket.getOutputStream(),
                        in,
                        "/v1/payment_intents",
                        "amount=2500&currency=eur&capture_method=manual&metadata[payment]=p&metadata[order]=o");
                int id = created.indexOf("\"pi_") + 1;
                String intent = "/v1/payment_intents/"
                        + created.substring(id, created.indexOf('"', id)).split("_secret")[0];
                post(socket.getOutputStream(), in, intent + "/confirm", "payment_method=pm_card_visa");
                post(socket.getOutputStream(), in, intent + "/capture", "");
            }
        }
    }

    private String post(OutputStream out, InputStream in, String path, String form) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + api.getAuthority() + "\r\nAuthorization: Bearer "
                + key
                + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line(in);
        if (!status.contains(" 200 ")) {
            throw new IOException(path + ": " + status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-length: ", 0, 16)) {
                length = Integer.parseInt(header.substring(16));
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the sandbox closed the connection");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** User and system time of a process in hundredths of a second. */
    private static long ticks(String process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
}

package arcade.till.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a test and its database, and fails as networks and databases do: connections are refused; nothing gets through any
 * more though nothing is closed; the connection breaks at a COMMIT. Of MariaDB's protocol it knows where a packet begins.
 */
public final class DatabaseRelay implements AutoCloseable {
    private static final byte[] COMMIT = "\u0003COMMIT".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 4;
    private static final int MOST_WAITING = 50;

    /** What becomes of a COMMIT. */
    public enum Commit {
        PASSES,
        /** The connection breaks before the database hears of it: nothing is committed. */
        IS_CUT_BEFORE,
        /** The database commits, and the connection breaks before it can say so. */
        IS_CUT_AFTER,
        /** From here on nothing gets through, on any connection, with the transaction open. */
        HANGS
    }

    private final int databasePort;
    private final int port;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private boolean hanging;
    private Commit next = Commit.PASSES;

    public DatabaseRelay(int databasePort) {
        this.databasePort = databasePort;
        this.port = open(0);
    }

    public int port() {
        return port;
    }

    /** What becomes of the next COMMIT; those after it pass. */
    public synchronized void next(Commit fate) {
        next = fate;
    }

    /** Whether the fate that was set has not come true yet. */
    public synchronized boolean isArmed() {
        return next != Commit.PASSES;
    }

    /** What was held up gets through, late. */
    public synchronized void resume() {
        hanging = false;
        notifyAll();
    }

    /** As if no database were there. */
    public synchronized void refuse() {
        close(door);
        lines.forEach(Line::cut);
    }

    public synchronized void acceptAgain() {
        open(port);
    }

    @Override
    public void close() {
        refuse();
        resume();
    }

    private int open(int wanted) {
        try {
            ServerSocket opened = new ServerSocket(wanted, MOST_WAITING, InetAddress.getLoopbackAddress());
            door = opened;
            start(() -> acceptAll(opened));
            return opened.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(ServerSocket from) {
        try {
            while (true) {
                Line line = new Line(from.accept(), new Socket(InetAddress.getLoopbackAddress(), databasePort));
                lines.add(line);
                start(line::requests);
                start(line::answers);
            }
        } catch (IOException e) {
            // The door is closed: nobody is let in any more.
            close(from);
        }
    }

    private synchronized Commit fate() {
        Commit now = next;
        next = Commit.PASSES;
        hanging |= now == Commit.HANGS;
        return now;
    }

    private synchronized void waitWhileHanging() {
        try {
            while (hanging) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "database-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection, both ways. */
    private final class Line {
        private final Socket client;
        private final Socket database;
        private volatile boolean answerIsLost;

        private Line(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        private void requests() {
            try {
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = database.getOutputStream();
                while (true) {
                    byte[] packet = packet(in);
                    Commit fate = isCommit(packet) ? fate() : Commit.PASSES;
                    if (fate == Commit.IS_CUT_BEFORE) {
                        break;
                    }
                    answerIsLost = fate == Commit.IS_CUT_AFTER;
                    waitWhileHanging();
                    out.write(packet);
                }
            } catch (IOException e) {
                // One of them has hung up.
            } finally {
                cut();
            }
        }

        private void answers() {
            try {
                InputStream in = database.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] bytes = new byte[8_192];
                int count = in.read(bytes);
                while (count >= 0 && !answerIsLost) {
                    waitWhileHanging();
                    out.write(bytes, 0, count);
                    count = in.read(bytes);
                }
            } catch (IOException e) {
                // One of them has hung up.
            } finally {
                cut();
            }
        }

        private void cut() {
            lines.remove(this);
            DatabaseRelay.close(client);
            DatabaseRelay.close(database);
        }
    }

    /** Three bytes of length, the lowest first, and one that counts. */
    private static byte[] packet(DataInputStream in) throws IOException {
        byte[] header = new byte[HEADER];
        in.readFully(header);
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        byte[] packet = Arrays.copyOf(header, HEADER + length);
        in.readFully(packet, HEADER, length);
        return packet;
    }

    private static boolean isCommit(byte[] packet) {
        return Arrays.equals(packet, HEADER, packet.length, COMMIT, 0, COMMIT.length);
    }
}

package arcade.sandbox.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The append-only file. {@link #append} only remembers the bytes; {@link #awaitDurable} puts them on disk, one fsync for
 * all callers who wait at the same time: whoever finds nobody writing writes for everyone.
 *
 * <p>Hazard: after a failed write nothing can be promised any more (a second fsync may lie), so the journal stays
 * failed and every later call throws.
 */
public final class Journal implements Closeable {
    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long appended;
    private long durable;
    private boolean flushing;
    private IOException failure;

    Journal(FileChannel channel, long size) {
        this.channel = channel;
        this.appended = size;
        this.durable = size;
    }

    /** Takes one line without its line end; returns where it stands in the file. Not yet durable. */
    Place append(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            requireAlive();
            Place place = new Place(appended, bytes.length);
            pending.writeBytes(bytes);
            pending.write('\n');
            appended += bytes.length + 1L;
            return place;
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which everything so far appended reaches. */
    long end() {
        lock.lock();
        try {
            return appended;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything before the position is on disk. */
    void awaitDurable(long position) {
        byte[] batch;
        lock.lock();
        try {
            while (flushing && durable < position) {
                flushed.awaitUninterruptibly();
            }
            requireAlive();
            if (durable >= position) {
                return;
            }
            flushing = true;
            batch = pending.toByteArray();
            pending = new ByteArrayOutputStream();
        } finally {
            lock.unlock();
        }
        flush(batch);
    }

    private void flush(byte[] batch) {
        IOException problem = null;
        try {
            write(batch);
        } catch (IOException e) {
            problem = e;
        }
        lock.lock();
        try {
            flushing = false;
            failure = problem;
            durable += problem == null ? batch.length : 0;
            flushed.signalAll();
            requireAlive();
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] batch) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(batch);
        long position = durable;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(false);
    }

    private void requireAlive() {
        if (failure != null) {
            throw new JournalFailure("the ledger can no longer be written (" + failure.getMessage()
                    + "); free or repair its disk and start the sandbox again");
        }
    }

    /** Reads back one durable line. */
    String line(Place place) {
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw new JournalFailure("the ledger ends before " + place + "; it was cut while in use");
                }
            }
        } catch (IOException e) {
            throw new JournalFailure("the ledger cannot be read at " + place + ": " + e.getMessage(), e);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Where a line stands, in bytes. */
    record Place(long offset, int length) {}
}

package arcade.operations.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Held by a command that builds, ends or proves the cluster: two of them never overlap. The lock is the kernel's, on the file
 * {@code lock}; its text names the holder. When the holder dies, in whatever way, the kernel lets go: the text of a dead process
 * stops nobody.
 */
public final class Lock {
    private static final long POLL_MILLIS = 500;

    private final FileChannel channel;
    private final FileLock lock;

    private Lock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Does the work with the lock held.
     *
     * @throws Failure naming the command and process that hold it now
     */
    public static <T> T holding(Home home, String command, Supplier<T> work) {
        return holding(take(home, command), work);
    }

    /** The same once it is free, however long that takes. */
    public static <T> T holdingInTurn(Home home, String command, Supplier<T> work) {
        Lock lock = null;
        String told = "";
        while (lock == null) {
            try {
                lock = take(home, command);
            } catch (Failure e) {
                if (!told.equals(e.getMessage())) {
                    told = e.getMessage();
                    Console.step("waiting: " + told);
                }
                pause();
            }
        }
        return holding(lock, work);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            lock.release();
        }
    }

    private static Lock take(Home home, String command) {
        Path file = home.path("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Failure(
                        "another command changes this cluster: "
                                + Files.readString(file).strip(),
                        "wait until it ends, or stop that process");
            }
            String holder =
                    "arcade " + command + ", process " + ProcessHandle.current().pid() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new Lock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void release() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock", e);
        }
    }
}

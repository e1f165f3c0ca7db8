package arcade.catalog.importing.file;

import java.util.ArrayList;
import java.util.List;

/** What was wrong or remarkable, by line. Beyond the limit only counted. One import's own; not for two threads. */
public final class Findings {
    private final int most;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int untold;

    /** Rows that did not go in. */
    public record Rejected(long line, String handle, String reason) {}

    /** What went in, but not quite as the file says. */
    public record Notice(long line, String text) {}

    public Findings(int most) {
        this.most = most;
    }

    public void reject(long line, String handle, String reason) {
        if (rejected.size() < most) {
            rejected.add(new Rejected(line, handle, reason));
        } else {
            untold++;
        }
    }

    public void notice(long line, String text) {
        if (notices.size() < most) {
            notices.add(new Notice(line, text));
        } else {
            untold++;
        }
    }

    public List<Rejected> rejected() {
        return List.copyOf(rejected);
    }

    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** The last notice says how many were found after the limit. */
    public void close() {
        if (untold > 0) {
            notices.add(new Notice(0, untold + " more refusals and notices are not told"));
            untold = 0;
        }
    }
}

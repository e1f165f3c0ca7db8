package arcade.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one request causes has one id: 32 hexadecimal digits, as in W3C Trace Context. It names, it proves nothing: whoever knows it
 * may do nothing with it.
 *
 * <p>Hazard: the present one belongs to a thread. Who hands work to another thread hands it over too ({@link #carried}).
 */
public record Trace(String id) {
    /** The header that carries it from machine to machine. */
    public static final String HEADER = "traceparent";

    private static final Pattern ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    /** Version 00, trace, the caller's own id, flags: https://www.w3.org/TR/trace-context/#traceparent-header. */
    private static final Pattern PARENT =
            Pattern.compile("00-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final ThreadLocal<Trace> PRESENT = new ThreadLocal<>();

    public Trace {
        if (!isId(id)) {
            throw new IllegalArgumentException("not a trace id: 32 hexadecimal digits in lower case, not all 0");
        }
    }

    public static Trace random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Trace(hex(random.nextLong()) + hex(random.nextLong()));
    }

    /** Empty where there is none, and for whatever is not exactly one. */
    public static Optional<Trace> of(String id) {
        return isId(id) ? Optional.of(new Trace(id)) : Optional.empty();
    }

    /** The trace of a {@code traceparent} header; empty where there is none, and for whatever is not exactly one. */
    public static Optional<Trace> ofParent(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher parent = PARENT.matcher(header);
        return parent.matches() ? Optional.of(new Trace(parent.group(1))) : Optional.empty();
    }

    /** The header of a call that this trace causes. */
    public String parent() {
        return "00-" + id + "-" + hex(ThreadLocalRandom.current().nextLong()) + "-01";
    }

    /** What this thread works for. */
    public static Optional<Trace> present() {
        return Optional.ofNullable(PRESENT.get());
    }

    /** The present one; work that nobody asked for gets one of its own. */
    public static Trace presentOrNew() {
        return present().orElseGet(Trace::random);
    }

    /** From here on this thread works for it. */
    public void begin() {
        PRESENT.set(this);
    }

    /** From here on this thread works for nobody. */
    public static void end() {
        PRESENT.remove();
    }

    /** The same task, for another thread, under the trace that is present here. */
    public static Runnable carried(Runnable task) {
        Optional<Trace> here = present();
        return here.isEmpty() ? task : () -> here.get().during(task);
    }

    /** Runs the task under this trace, and leaves the thread as it was. */
    public void during(Runnable task) {
        Trace before = PRESENT.get();
        begin();
        try {
            task.run();
        } finally {
            if (before == null) {
                end();
            } else {
                before.begin();
            }
        }
    }

    @Override
    public String toString() {
        return id;
    }

    private static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    /** Never all 0, which would name nothing. */
    private static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits == 0 ? Long.MIN_VALUE : bits);
    }
}

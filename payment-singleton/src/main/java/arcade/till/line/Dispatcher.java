package arcade.till.line;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.book.DatabaseFails;
import arcade.till.failpoint.Failpoint;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds what is due of one correspondence, commits its intentions and hands the steps to its {@link Switchboard}. A look that finds
 * nothing costs one small query.
 */
public final class Dispatcher<S, O> {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final int BATCH = 64;

    private final Correspondence<S, O> correspondence;
    private final Switchboard<S, O> switchboard;

    public Dispatcher(Correspondence<S, O> correspondence, Switchboard<S, O> switchboard) {
        this.correspondence = correspondence;
        this.switchboard = switchboard;
    }

    /** What a look found. */
    enum Found {
        NOTHING,
        SOME,
        /** As much as could be begun: there may be more at once. */
        FULL
    }

    /** Throws {@link FencedOut} if the token's tenure is over, anything else if the database refused or did not answer. */
    public Found look(FencingToken token) {
        int limit = Math.min(BATCH, switchboard.freeLines());
        if (limit == 0 || !correspondence.book().hasWork()) {
            return Found.NOTHING;
        }
        return begin(token, limit) == limit ? Found.FULL : Found.SOME;
    }

    private int begin(FencingToken token, int limit) {
        try {
            List<S> steps = correspondence.book().begin(token, limit);
            Failpoint.INTENTION_COMMITTED.reached();
            switchboard.send(steps);
            return steps.size();
        } catch (FencedOut e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "something could not be begun; each is tried by itself: {0}", e.toString());
            correspondence.book().due(limit).forEach(id -> beginOne(token, id));
            return 0;
        }
    }

    /** What cannot be begun must not hold up the others. */
    private void beginOne(FencingToken token, long id) {
        try {
            switchboard.send(correspondence.book().beginOne(token, id));
        } catch (FencedOut e) {
            throw e;
        } catch (RuntimeException e) {
            if (e instanceof DatabaseFails failed && failed.isAboutTheServer()) {
                throw failed;
            }
            String kind = correspondence.getClass().getSimpleName();
            LOG.log(Level.SEVERE, kind + " " + id + " cannot be begun; tried again in a minute", e);
            correspondence.book().putOff(token, id);
        }
    }
}

package arcade.till.notice;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.book.Subject;
import arcade.till.lease.OffDuty;
import arcade.till.notice.NoticeTable.Due;
import arcade.till.reconcile.Reconciler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Takes the gateway's notices out of the inbox: what one speaks of is looked at on both sides, as in any round over the books. The
 * notice itself is believed in nothing, so that order, delay and repetition cannot matter. Several about one thing are one look.
 */
public final class NoticeWorker {
    private static final Logger LOG = Logger.getLogger(NoticeWorker.class.getName());
    private static final int BATCH = 50;
    /** So many looks in a row that came to nothing: it is the gateway or the database. */
    private static final int SILENT = 5;

    private final NoticeBook book;
    private final Reconciler reconciler;

    public NoticeWorker(NoticeBook book, Reconciler reconciler) {
        this.book = book;
        this.reconciler = reconciler;
    }

    /**
     * One look into the inbox. What cannot be told yet is looked at later, less and less often, and holds up nothing else; if nothing at
     * all can be told, the rest stays for the next look.
     */
    public void look(FencingToken token) {
        Map<Subject, List<String>> due = book.due(BATCH).stream()
                .collect(Collectors.groupingBy(
                        Due::subject, LinkedHashMap::new, Collectors.mapping(Due::event, Collectors.toList())));
        int failed = 0;
        for (Map.Entry<Subject, List<String>> each : due.entrySet()) {
            try {
                record(token, each.getValue(), reconciler.look(each.getKey()));
                failed = 0;
            } catch (FencedOut | OffDuty e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the notices {0} are looked at later: {1}", new Object[] {each.getValue(), e});
                record(token, each.getValue(), false);
                if (++failed == SILENT) {
                    return;
                }
            }
        }
    }

    private void record(FencingToken token, List<String> events, boolean told) {
        if (told) {
            book.handled(token, events);
        } else {
            book.later(token, events);
        }
    }
}

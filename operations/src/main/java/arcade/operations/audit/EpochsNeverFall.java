package arcade.operations.audit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * I7. In the order of each transition log, that of the payments and that of the refunds, the epoch never falls, and one
 * epoch has one owner. A takeover waits until the
 * writes of the epoch before it have ended, so the log's sequence is the order of the epochs too.
 */
final class EpochsNeverFall implements Invariant {
    @Override
    public String code() {
        return "I7";
    }

    @Override
    public String rule() {
        return "there was one till at a time: epochs never fall, one owner each";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        // An epoch has one owner in both logs; each log has a sequence of its own.
        Map<Long, String> owners = new HashMap<>();
        check(evidence.shop().transitions(), owners, findings);
        check(evidence.shop().refundTransitions(), owners, findings);
    }

    private static <T extends Record & Shop.Logged> void check(
            List<T> log, Map<Long, String> owners, Findings findings) {
        long highest = 0;
        for (T transition :
                log.stream().sorted(Comparator.comparing(Shop.Logged::seq)).toList()) {
            findings.checked();
            String owner = owners.putIfAbsent(transition.epoch(), transition.owner());
            findings.require(
                    transition.epoch() >= highest,
                    "written under epoch " + transition.epoch() + " after epoch " + highest,
                    transition);
            findings.require(
                    owner == null || owner.equals(transition.owner()),
                    "epoch " + transition.epoch() + " belongs to " + owner + " too",
                    transition);
            highest = Math.max(highest, transition.epoch());
        }
    }
}

package arcade.till.testing;

import arcade.shared.Token;
import arcade.till.gateway.Gateway;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.PaymentRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A gateway in memory that takes every card, moves money once for a payment and remembers what it was told. */
public final class HonestGateway extends Gateway {
    /** The calls so far, such as {@code CAPTURE 0123456789abcdefghjkmnpqrs}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    private final Set<Token> held = new HashSet<>();
    private final Set<Token> taken = new HashSet<>();
    private volatile Consumer<Operation> before = operation -> {};

    /** What happens in the world while a call is under way. */
    public void before(Consumer<Operation> happens) {
        before = happens;
    }

    @Override
    public void warmUp() {
        // Is warm.
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public Answer perform(Operation operation, PaymentRow payment) {
        calls.add(operation + " " + payment.ref());
        before.accept(operation);
        return answer(operation, payment);
    }

    private synchronized Answer answer(Operation operation, PaymentRow payment) {
        String intent = "pi_" + payment.ref();
        switch (operation) {
            case AUTHORIZE -> held.add(payment.ref());
            case CAPTURE -> taken.add(payment.ref());
            case ASK -> {}
            case OPEN_PAGE, VOID -> throw new IllegalArgumentException("nobody asks for " + operation + " here");
        }
        if (taken.contains(payment.ref())) {
            return new Answer.Captured(intent, payment.amount());
        }
        return held.contains(payment.ref()) ? new Answer.Authorized(intent) : new Answer.NotExecuted(null);
    }
}

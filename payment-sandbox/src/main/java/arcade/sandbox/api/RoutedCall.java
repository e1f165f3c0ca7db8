package arcade.sandbox.api;

import arcade.sandbox.fault.Fault;
import arcade.sandbox.fault.Operation;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.KeyConflict;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Request;
import arcade.sandbox.ledger.Transaction;
import java.util.Optional;

/** A call that is understood: first it claims its idempotency key, then it is carried out once or given up. */
record RoutedCall(Ledger ledger, Route route, Call call, Request request) {
    Operation operation() {
        return route.operation();
    }

    /** The answer of a call whose key is known or taken; when empty, the key is held until the call is run or given up. */
    Optional<Answer> claim(Fault fault) {
        try {
            return ledger.claim(request);
        } catch (KeyConflict conflict) {
            return Optional.of(refusal(conflict).answer());
        } catch (RuntimeException bug) {
            fault.spare();
            return Optional.of(failure(request.id(), bug));
        }
    }

    /** Carries it out; when that fails for a reason of the sandbox's own, no fault may hide it. */
    Answer run(Fault fault) {
        try {
            return ledger.run(request, transaction -> fault.toStore(work(transaction)));
        } catch (ApiRefusal refusal) {
            return refusal.answer();
        } catch (RuntimeException bug) {
            fault.spare();
            return failure(request.id(), bug);
        }
    }

    void giveUp() {
        ledger.release(request);
    }

    private Answer work(Transaction transaction) {
        try {
            return route.work().apply(transaction, call);
        } catch (ApiRefusal refusal) {
            if (refusal.isOutcome()) {
                return refusal.answer();
            }
            throw refusal;
        }
    }

    /** The last place where a bug can still be answered; without it the client would only see a closed socket. */
    static Answer failure(String request, RuntimeException bug) {
        System.err.println("request " + request + " failed: " + bug);
        bug.printStackTrace();
        return new ApiRefusal(500, "api_error", "The sandbox failed on request " + request + "; its log says why")
                .answer();
    }

    private ApiRefusal refusal(KeyConflict conflict) {
        String key = request.idempotencyKey();
        return switch (conflict.reason()) {
            case IN_USE ->
                new ApiRefusal(
                                409,
                                "idempotency_error",
                                "There is currently another in-progress request using this Idempotent Key (that probably"
                                        + " means you submitted twice, and the other request is still going through): "
                                        + key + ". Please try again later.")
                        .code("idempotency_key_in_use");
            case OTHER_REQUEST ->
                new ApiRefusal(
                        400,
                        "idempotency_error",
                        "Keys for idempotent requests can only be used with the same endpoint and parameters they were"
                                + " first used with. Try using a key other than '" + key
                                + "' if you meant to execute a different request.");
        };
    }
}

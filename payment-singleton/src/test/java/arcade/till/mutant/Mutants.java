package arcade.till.mutant;

import java.util.List;

/** All deliberate bugs. The table in docs/mutants.md has a row for each. */
final class Mutants {
    private static final String SHOP = "ejb-module";
    private static final String TILL = "payment-singleton";

    private static final String SIMULATION = "arcade.till.simulation.SimulationTest#noScheduleBreaksAPromise";

    private Mutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        1,
                        "no fence check",
                        SHOP,
                        "arcade.cluster.Leases",
                        "throw new FencedOut(token);",
                        "return;",
                        List.of("arcade.till.StaleTillIT#isFencedOutOnceAnotherHasTakenOver")),
                new Mutant(
                        1,
                        "a transaction that forgets the fence",
                        TILL,
                        "arcade.till.book.TillSql",
                        "Leases.fence(connection, token);",
                        "",
                        List.of("arcade.till.book.BooksOfTheTillIT#passesTheFenceFirst")),
                new Mutant(
                        2,
                        "plain read of the epoch",
                        SHOP,
                        "arcade.cluster.Leases",
                        " AND owner = ? LOCK IN SHARE MODE\"",
                        " AND owner = ?\"",
                        List.of(
                                "arcade.till.StaleTillIT#neverWritesAfterItsSuccessor",
                                "arcade.till.StaleTillIT#isStoppedThoughItsSnapshotSaysThatItIsStillTheTill")),
                new Mutant(
                        3,
                        "new idempotency key for each try of a capture",
                        TILL,
                        "arcade.till.payment.Operation",
                        "\"capture:\" + payment.ref();",
                        "\"capture:\" + payment.ref() + \":\" + System.nanoTime();",
                        List.of(
                                "arcade.till.gateway.CallingTheGatewayTest#aCallThatIsSentAgainCarriesTheSameKeys",
                                "arcade.till.payment.ReadingAnAnswerTest#aCaptureThatTheGatewayNeverSawIsSentAgainUnderItsOwnKey",
                                SIMULATION)),
                new Mutant(
                        3,
                        "new idempotency key for each try of a confirmation",
                        TILL,
                        "arcade.till.payment.Operation",
                        "\"confirm:\" + payment.ref() + \":\" + payment.attempt();",
                        "\"confirm:\" + payment.ref() + \":\" + System.nanoTime();",
                        List.of(
                                "arcade.till.gateway.CallingTheGatewayTest#aCallThatIsSentAgainCarriesTheSameKeys",
                                SIMULATION)),
                new Mutant(
                        4,
                        "timeout on the wire read as decline",
                        TILL,
                        "arcade.till.gateway.Gateway",
                        "return new Answer.Unknown(e.getClass().getSimpleName() + \" \" + e.getStatusCode());",
                        "return new Answer.Declined(payment.intent(), \"timeout\");",
                        List.of("arcade.till.gateway.CallingTheGatewayTest#silenceIsUnknownAndNeverANo", SIMULATION)),
                new Mutant(
                        4,
                        "no answer to an authorization recorded as decline",
                        TILL,
                        "arcade.till.payment.PaymentProcess",
                        "return unknown(row, answer, UNKNOWN_AUTHORIZATION);",
                        "return decline(row, null, \"timeout\", ANOTHER_CARD);",
                        List.of(
                                "arcade.till.payment.ReadingAnAnswerTest#aTimeoutIsUnknownAndNeverDeclined",
                                SIMULATION)),
                new Mutant(
                        4,
                        "timeout of a refund read as failure",
                        TILL,
                        "arcade.till.gateway.RefundGateway",
                        "return new RefundAnswer.Unknown(e.getClass().getSimpleName() + \" \" + e.getStatusCode());",
                        "return new RefundAnswer.Failed(null, \"timeout\");",
                        List.of("arcade.till.gateway.RefundGatewayTest#noAnswerIsNeverAFailure")),
                new Mutant(
                        5,
                        "call sent without a committed intention",
                        TILL,
                        "arcade.till.payment.PaymentProcess",
                        "firstCall(row), AUTHORIZING)",
                        "firstCall(row))",
                        List.of("arcade.till.payment.BeginningAStepTest#theIntentionComesBeforeTheCall", SIMULATION)),
                new Mutant(
                        5,
                        "call sent before its intention is committed",
                        TILL,
                        "arcade.till.book.PaymentBook",
                        "@Transactional(TxType.REQUIRES_NEW)\n    public List<Step> begin(",
                        "@Transactional(TxType.REQUIRED)\n    public List<Step> begin(",
                        List.of("arcade.till.book.BooksOfTheTillIT#isCommittedOnceItAnswers")),
                new Mutant(
                        6,
                        "order number from AUTO_INCREMENT",
                        SHOP,
                        "arcade.ordering.SettlementRows",
                        "SET state = 'PAID', number = ?,",
                        "SET state = 'PAID', number = id + 0 * ?,",
                        List.of("arcade.till.OrderNumbersIT#aCaptureThatIsRolledBackLeavesNoGap")),
                new Mutant(
                        7,
                        "stock read, then written back",
                        SHOP,
                        "arcade.stock.Stock",
                        "if (sql.update(RESERVE, pieces, pieces, store.id(), sku.value(), pieces) == 0) {",
                        "long left = onHand(store, List.of(sku)).getOrDefault(sku, 0L) - pieces;"
                                + " if (left < 0 || sql.update(\"UPDATE stock SET on_hand = ?, reserved = initial - sold - ?"
                                + " WHERE store_id = ? AND sku = ?\", left, left, store.id(), sku.value()) == 0) {",
                        List.of("arcade.till.LastPiecesIT#areSoldOnceEach")),
                new Mutant(
                        8,
                        "webhook not deduplicated",
                        SHOP,
                        "arcade.payment.GatewayNotices",
                        "notice.id(),",
                        "notice.id() + System.nanoTime(),",
                        List.of("arcade.till.notice.ReceivingANoticeIT#theSameNoticeAgainIsKnownAndKeptOnce")),
                new Mutant(
                        9,
                        "event body believed",
                        SHOP,
                        "arcade.payment.GatewayNotices",
                        "return rows == 1 ?",
                        "if (notice.type().equals(\"payment_intent.succeeded\")) { payment.ifPresent(known -> sql.update("
                                + "\"UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor WHERE ref = ?\","
                                + " known.ref())); } return rows == 1 ?",
                        List.of("arcade.till.notice.ReceivingANoticeIT#whatItClaimsIsNotBelieved")),
                new Mutant(
                        10,
                        "sent again after 24 hours",
                        TILL,
                        "arcade.till.payment.PaymentProcess",
                        "return row.ageSeconds() < SEND_AGAIN.toSeconds();",
                        "return true;",
                        List.of("arcade.till.payment.ReadingAnAnswerTest#nothingIsSentAgainOnceTheGatewayForgetsKeys")),
                new Mutant(
                        10,
                        "refund sent again after 24 hours",
                        TILL,
                        "arcade.till.refund.RefundProcess",
                        "return row.keyAgeSeconds() < SEND_AGAIN.toSeconds()",
                        "return row.keyAgeSeconds() >= 0",
                        List.of("arcade.till.refund.RefundProcessTest#anOldKeyIsNeverSentAgain")),
                new Mutant(
                        11,
                        "refund without key",
                        TILL,
                        "arcade.till.gateway.RefundGateway",
                        ".setIdempotencyKey(refund.key())",
                        "",
                        List.of("arcade.till.gateway.RefundGatewayTest#aRefundIsSentUnderItsOwnKeyWithItsNames")),
                new Mutant(
                        12,
                        "second intent without cancelling the first",
                        TILL,
                        "arcade.till.gateway.Gateway",
                        ".confirm(payment.intent(), confirm,",
                        ".confirm(payment.attempt() == 1 ? payment.intent() : stripe.v1().paymentIntents().create("
                                + "GatewayRequests.intent(payment), keyed(\"create:\" + payment.ref() + \":\""
                                + " + payment.attempt())).getId(), confirm,",
                        List.of(
                                "arcade.till.gateway.CallingTheGatewayTest#anotherCardIsConfirmedOnTheSameIntent",
                                SIMULATION)));
    }
}

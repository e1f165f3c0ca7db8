package arcade.till.payment;

import arcade.shared.Money;

/** What the gateway said, or that nobody knows what it said. */
public sealed interface Answer {

    /** The amount is held for us. */
    record Authorized(String intent) implements Answer {}

    /** The amount is ours. */
    record Captured(String intent, Money amount) implements Answer {}

    /** The shopper has something to do at this address: pay on the hosted page, or prove who he is. */
    record WaitsForShopper(String intent, String session, String url) implements Answer {}

    /** A definite no to this attempt; another card may be tried on the same intent. */
    record Declined(String intent, String reason) implements Answer {}

    /** The gateway will never take money on this intent: it was cancelled or its page expired. */
    record Closed(String reason) implements Answer {}

    /** The gateway shows that the call was not carried out: it may be sent again with its own key. */
    record NotExecuted(String intent) implements Answer {}

    /** An answer about something else: another payment's intent, another amount, another currency. Never believed. */
    record Foreign(String detail) implements Answer {}

    /**
     * Timeout, reset, 5xx, unreadable: the call may have been carried out or not. Never "declined".
     *
     * @param intent what it was about, if that much became known; else null
     * @param session the same for the hosted page
     */
    record Unknown(String detail, String intent, String session) implements Answer {
        public Unknown(String detail) {
            this(detail, null, null);
        }

        /** With the names under which it was said, so that it can be asked about. */
        public Unknown about(PaymentRow payment) {
            return new Unknown(
                    detail, intent == null ? payment.intent() : intent, session == null ? payment.session() : session);
        }
    }
}

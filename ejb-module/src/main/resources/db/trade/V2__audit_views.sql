-- Read-only, of a stable shape, for an auditor that shares no code with the shop.

CREATE VIEW audit_order AS
    SELECT o.store_code AS store, o.ref AS order_ref, o.number, o.state, o.total_minor, o.currency,
           p.ref AS payment_ref, p.gateway_intent, o.placed_at, o.paid_at
    FROM shop_order o LEFT JOIN payment p ON p.order_ref = o.ref;

CREATE VIEW audit_line AS
    SELECT o.ref AS order_ref, l.sku, l.quantity, l.unit_minor, l.tracked
    FROM order_line l JOIN shop_order o ON o.id = l.order_id;

CREATE VIEW audit_payment AS
    SELECT ref AS payment_ref, order_ref, state, amount_minor, currency, gateway_intent, captured_minor, refunded_minor
    FROM payment;

CREATE VIEW audit_transition AS
    SELECT t.seq, p.ref AS payment_ref, t.from_state, t.to_state, t.epoch, t.owner, t.at
    FROM payment_transition t JOIN payment p ON p.id = t.payment_id;

CREATE VIEW audit_stock AS
    SELECT s.sku, s.initial, s.on_hand, s.reserved, s.sold, st.code AS store
    FROM stock s JOIN store st ON st.id = s.store_id;

CREATE VIEW audit_posting AS
    SELECT entry, account, order_ref, amount_minor, currency, at
    FROM ledger_posting;

-- What the till needs to end every payment: giving up, refunds, breaks. Expand only: the release before runs on it.

ALTER TABLE payment
    -- From then on the till lets go what is not captured; NULL: not yet known (placed by the release before).
    ADD COLUMN give_up_at DATETIME(6) NULL AFTER due_at,
    -- How much the gateway says it holds for us; 0 before and after.
    ADD COLUMN authorized_minor BIGINT NOT NULL DEFAULT 0 AFTER hosted_url,
    ADD KEY payment_changed (changed_at, id);

INSERT INTO legal_transition (from_state, to_state) VALUES
    -- Given up before anything was sent.
    ('REQUESTED', 'ABANDONED'),
    -- What may still be paid is cancelled at the gateway first, and only then the stock is free.
    ('REQUIRES_ACTION', 'VOIDING'),
    ('DECLINED', 'VOIDING'),
    ('UNKNOWN_AUTHORIZATION', 'VOIDING');

-- Money given back. Its row is written before anything is asked of the gateway.
CREATE TABLE refund (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref            CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    payment_id     BIGINT       NOT NULL,
    -- The asker's own key: a double click is one refund.
    request_key    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor   BIGINT       NOT NULL,
    currency       CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason         VARCHAR(200) NOT NULL,
    state          VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    gateway_refund VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE,
    -- The gateway's word where it refused.
    failure        VARCHAR(100) NULL,
    due_at         DATETIME(6)  NULL,
    asked          INT          NOT NULL DEFAULT 0,
    created_at     DATETIME(6)  NOT NULL,
    changed_at     DATETIME(6)  NOT NULL,
    version        BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY refund_once (payment_id, request_key),
    KEY refund_due (due_at, id),
    CONSTRAINT refund_amount CHECK (amount_minor > 0),
    CONSTRAINT refund_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE = InnoDB;

CREATE TABLE legal_refund_transition (
    from_state VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_state   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (from_state, to_state)
) ENGINE = InnoDB;

INSERT INTO legal_refund_transition (from_state, to_state) VALUES
    ('REQUESTED', 'REFUNDING'),
    ('REFUNDING', 'REFUNDED'),
    ('REFUNDING', 'REFUND_FAILED'),
    ('REFUNDING', 'UNKNOWN_REFUND'),
    ('UNKNOWN_REFUND', 'REFUNDING'),
    ('UNKNOWN_REFUND', 'REFUNDED'),
    ('UNKNOWN_REFUND', 'REFUND_FAILED'),
    -- A bank may send the money back days later.
    ('REFUNDED', 'REFUND_FAILED');

CREATE TABLE refund_transition (
    seq        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    change_id  CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refund_id  BIGINT       NOT NULL,
    from_state VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_state   VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    epoch      BIGINT       NOT NULL,
    owner      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)  NOT NULL,
    UNIQUE KEY refund_transition_change (change_id, to_state),
    KEY refund_transition_refund (refund_id, seq),
    CONSTRAINT refund_transition_legal FOREIGN KEY (from_state, to_state)
        REFERENCES legal_refund_transition (from_state, to_state),
    CONSTRAINT refund_transition_refund FOREIGN KEY (refund_id) REFERENCES refund (id)
) ENGINE = InnoDB;

ALTER TABLE payment_attempt ADD COLUMN refund_id BIGINT NULL AFTER payment_id;

-- Where the shop and the gateway differ, or where the till does not know on: what a human looks at. One row for a kind
-- and a subject for ever; found again after it was closed, it is opened again.
CREATE TABLE payment_break (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What it is about: a payment's or a refund's ref, or the gateway's name of an intent that is none of ours.
    subject        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_ref    CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    gateway_intent VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    detail         VARCHAR(500) NOT NULL,
    -- What was done about it without a human; NULL: nothing, somebody must look.
    cure           VARCHAR(100) NULL,
    found_at       DATETIME(6)  NOT NULL,
    seen_at        DATETIME(6)  NOT NULL,
    closed_at      DATETIME(6)  NULL,
    UNIQUE KEY payment_break_once (kind, subject),
    KEY payment_break_open (closed_at, found_at)
) ENGINE = InnoDB;

-- How far each sweep of the books has come, so that the next till goes on from there. NULL: it never ran.
CREATE TABLE reconcile_sweep (
    name          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    checked_until DATETIME(6) NULL,
    changed_at    DATETIME(6) NULL
) ENGINE = InnoDB;

INSERT INTO reconcile_sweep (name) VALUES ('fresh'), ('settled');

-- A notice that speaks of a payment makes the till look at that payment, once, and again later where it could not.
ALTER TABLE gateway_event
    -- The intent it speaks of, from its body: a hint where to look, believed in nothing.
    ADD COLUMN gateway_intent VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER payment_ref,
    -- When the till looks; NULL: never, or no more.
    ADD COLUMN due_at     DATETIME(6) NULL,
    ADD COLUMN looked     INT         NOT NULL DEFAULT 0,
    -- NULL: not yet, or kept by the release before.
    ADD COLUMN handled_at DATETIME(6) NULL,
    ADD KEY gateway_event_due (due_at, event_id),
    ADD KEY gateway_event_age (received_at);

-- Whether the gateway can be reached, as the till sees it, for the pages that tell a shopper why he waits.
CREATE TABLE gateway_circuit (
    name       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    -- NULL: it answers.
    open_since DATETIME(6) NULL,
    detail     VARCHAR(200) NULL
) ENGINE = InnoDB;

INSERT INTO gateway_circuit (name) VALUES ('payments');

CREATE VIEW audit_refund AS
    SELECT r.ref AS refund_ref, p.ref AS payment_ref, p.order_ref, r.state, r.amount_minor, r.currency, r.gateway_refund
    FROM refund r JOIN payment p ON p.id = r.payment_id;

CREATE VIEW audit_refund_transition AS
    SELECT t.seq, r.ref AS refund_ref, t.from_state, t.to_state, t.epoch, t.owner, t.at
    FROM refund_transition t JOIN refund r ON r.id = t.refund_id;

CREATE VIEW audit_break AS
    SELECT kind, subject, payment_ref, gateway_intent, detail, cure, found_at, seen_at, closed_at
    FROM payment_break;

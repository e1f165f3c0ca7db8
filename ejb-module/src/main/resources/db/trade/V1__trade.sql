-- The trade group: stock, orders and money. Staging never runs these migrations, so it cannot hold any of it.

CREATE TABLE stock (
    store_id BIGINT      NOT NULL,
    sku      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    initial  BIGINT      NOT NULL,
    on_hand  BIGINT      NOT NULL,
    reserved BIGINT      NOT NULL DEFAULT 0,
    sold     BIGINT      NOT NULL DEFAULT 0,
    -- The number the last import brought: only another number is a correction.
    imported BIGINT      NULL,
    PRIMARY KEY (store_id, sku),
    CONSTRAINT stock_on_hand CHECK (on_hand >= 0),
    CONSTRAINT stock_reserved CHECK (reserved >= 0),
    CONSTRAINT stock_sold CHECK (sold >= 0),
    CONSTRAINT stock_conserved CHECK (initial = on_hand + reserved + sold)
) ENGINE = InnoDB;

CREATE TABLE stock_movement (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id BIGINT       NOT NULL,
    sku      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pieces   BIGINT       NOT NULL,
    reason   VARCHAR(40)  NOT NULL,
    at       DATETIME(6)  NOT NULL,
    KEY stock_movement_sku (store_id, sku, at)
) ENGINE = InnoDB;

CREATE TABLE shop_order (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref            CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    store_id       BIGINT       NOT NULL,
    store_code     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number         BIGINT       NULL,
    state          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- A double click, a reload or a retried request brings the same key and gets the same order.
    checkout_key   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cart_token     CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency       CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    items_minor    BIGINT       NOT NULL,
    shipping_minor BIGINT       NOT NULL,
    tax_minor      BIGINT       NOT NULL,
    total_minor    BIGINT       NOT NULL,
    email          VARCHAR(254) NOT NULL,
    name           VARCHAR(200) NOT NULL,
    line1          VARCHAR(200) NOT NULL,
    postal_code    VARCHAR(20)  NOT NULL,
    city           VARCHAR(120) NOT NULL,
    country        CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    placed_at      DATETIME(6)  NOT NULL,
    paid_at        DATETIME(6)  NULL,
    version        BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY shop_order_number (store_id, number),
    UNIQUE KEY shop_order_checkout (store_id, checkout_key),
    KEY shop_order_placed (store_id, placed_at),
    CONSTRAINT shop_order_total CHECK (total_minor = items_minor + shipping_minor AND total_minor >= 0),
    CONSTRAINT shop_order_state CHECK (state IN ('PLACED', 'PAID', 'CANCELLED')),
    CONSTRAINT shop_order_numbered CHECK (state <> 'PAID' OR (number IS NOT NULL AND paid_at IS NOT NULL))
) ENGINE = InnoDB;

CREATE TABLE order_line (
    order_id      BIGINT       NOT NULL,
    position      INT          NOT NULL,
    sku           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title         VARCHAR(255) NOT NULL,
    variant_title VARCHAR(255) NOT NULL DEFAULT '',
    picture       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    quantity      INT          NOT NULL,
    unit_minor    BIGINT       NOT NULL,
    -- Whether pieces were reserved for this line; an untracked SKU reserves none.
    tracked       BOOLEAN      NOT NULL,
    PRIMARY KEY (order_id, position),
    CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES shop_order (id),
    CONSTRAINT order_line_quantity CHECK (quantity >= 1),
    CONSTRAINT order_line_price CHECK (unit_minor >= 0)
) ENGINE = InnoDB;

-- Order numbers are consecutive per store: one row, raised in the transaction that captures.
CREATE TABLE order_counter (
    store_id    BIGINT NOT NULL PRIMARY KEY,
    last_number BIGINT NOT NULL
) ENGINE = InnoDB;

-- Who is the till. Changes only at takeover; the epoch is the fencing token.
CREATE TABLE lease (
    name  VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    epoch BIGINT       NOT NULL,
    owner VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
    since DATETIME(6)  NULL
) ENGINE = InnoDB;

-- Apart from the lease, because the beat takes an exclusive lock each second while transitions share the lease's row.
CREATE TABLE lease_beat (
    name       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    epoch      BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL
) ENGINE = InnoDB;

INSERT INTO lease (name, epoch) VALUES ('payments', 0);
INSERT INTO lease_beat (name, epoch, expires_at) VALUES ('payments', 0, '2000-01-01');

CREATE TABLE legal_transition (
    from_state VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_state   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (from_state, to_state)
) ENGINE = InnoDB;

INSERT INTO legal_transition (from_state, to_state) VALUES
    ('REQUESTED', 'AUTHORIZING'),
    ('AUTHORIZING', 'AUTHORIZED'),
    ('AUTHORIZING', 'REQUIRES_ACTION'),
    ('AUTHORIZING', 'DECLINED'),
    ('AUTHORIZING', 'UNKNOWN_AUTHORIZATION'),
    ('UNKNOWN_AUTHORIZATION', 'AUTHORIZING'),
    ('UNKNOWN_AUTHORIZATION', 'AUTHORIZED'),
    ('UNKNOWN_AUTHORIZATION', 'REQUIRES_ACTION'),
    ('UNKNOWN_AUTHORIZATION', 'DECLINED'),
    ('REQUIRES_ACTION', 'AUTHORIZED'),
    ('REQUIRES_ACTION', 'DECLINED'),
    ('REQUIRES_ACTION', 'ABANDONED'),
    ('DECLINED', 'AUTHORIZING'),
    ('DECLINED', 'ABANDONED'),
    ('AUTHORIZED', 'CAPTURING'),
    ('AUTHORIZED', 'VOIDING'),
    ('AUTHORIZED', 'EXPIRED'),
    ('CAPTURING', 'CAPTURED'),
    ('CAPTURING', 'UNKNOWN_CAPTURE'),
    ('CAPTURING', 'CAPTURE_FAILED'),
    ('UNKNOWN_CAPTURE', 'CAPTURING'),
    ('UNKNOWN_CAPTURE', 'CAPTURED'),
    ('UNKNOWN_CAPTURE', 'CAPTURE_FAILED'),
    ('VOIDING', 'VOIDED'),
    ('VOIDING', 'UNKNOWN_VOID'),
    ('VOIDING', 'CAPTURED'),
    ('UNKNOWN_VOID', 'VOIDING'),
    ('UNKNOWN_VOID', 'VOIDED'),
    ('UNKNOWN_VOID', 'CAPTURED');

CREATE TABLE payment (
    id             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref            CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    -- One payment for an order, for ever; a second card confirms the same intent again.
    order_ref      CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    store_id       BIGINT        NOT NULL,
    store_code     VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor   BIGINT        NOT NULL,
    currency       CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state          VARCHAR(30)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- HOSTED: on the gateway's page; TOKEN: the client brings a payment method.
    method         VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    method_token   VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- Where the gateway's page sends the shopper back to, without a trailing slash.
    return_origin  VARCHAR(300)  NOT NULL,
    attempt        INT           NOT NULL DEFAULT 1,
    gateway_intent VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE,
    gateway_session VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE,
    hosted_url     VARCHAR(2000) NULL,
    captured_minor BIGINT        NOT NULL DEFAULT 0,
    refunded_minor BIGINT        NOT NULL DEFAULT 0,
    -- Why the last attempt was declined: the gateway's word.
    reason         VARCHAR(100)  NULL,
    -- When the till looks at this payment next, by the database's clock; NULL: there is nothing to do.
    due_at         DATETIME(6)   NULL,
    -- How often the gateway was asked about the present state.
    asked          INT           NOT NULL DEFAULT 0,
    created_at     DATETIME(6)   NOT NULL,
    changed_at     DATETIME(6)   NOT NULL,
    version        BIGINT        NOT NULL DEFAULT 0,
    KEY payment_due (due_at, id),
    CONSTRAINT payment_amount CHECK (amount_minor > 0),
    CONSTRAINT payment_captured CHECK (captured_minor BETWEEN 0 AND amount_minor),
    CONSTRAINT payment_refunded CHECK (refunded_minor BETWEEN 0 AND captured_minor),
    CONSTRAINT payment_order FOREIGN KEY (order_ref) REFERENCES shop_order (ref)
) ENGINE = InnoDB;

-- One call to the gateway, written before it is made.
CREATE TABLE payment_attempt (
    -- The id of the change that committed the intention.
    id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    payment_id      BIGINT       NOT NULL,
    operation       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idempotency_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    epoch           BIGINT       NOT NULL,
    written_at      DATETIME(6)  NOT NULL,
    outcome         VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    detail          VARCHAR(500) NULL,
    finished_at     DATETIME(6)  NULL,
    KEY payment_attempt_payment (payment_id, written_at),
    CONSTRAINT payment_attempt_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE = InnoDB;

CREATE TABLE payment_transition (
    seq        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Known before the commit: an unknown commit is looked up by it.
    change_id  CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_id BIGINT       NOT NULL,
    from_state VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_state   VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The till that wrote it. A payment is born REQUESTED by a shopper's request: a birth is no transition.
    epoch      BIGINT       NOT NULL,
    owner      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)  NOT NULL,
    UNIQUE KEY payment_transition_change (change_id, to_state),
    KEY payment_transition_payment (payment_id, seq),
    CONSTRAINT payment_transition_legal FOREIGN KEY (from_state, to_state)
        REFERENCES legal_transition (from_state, to_state),
    CONSTRAINT payment_transition_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE = InnoDB;

-- The gateway's notices. A notice is a hint to ask, never a fact.
CREATE TABLE gateway_event (
    event_id    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    type        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The payment it speaks of, from its metadata; NULL: none of ours.
    payment_ref CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    received_at DATETIME(6)  NOT NULL
) ENGINE = InnoDB;

-- Double entry: the postings of one entry sum to zero.
CREATE TABLE ledger_posting (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    entry        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    store_id     BIGINT      NOT NULL,
    order_ref    CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor BIGINT      NOT NULL,
    currency     CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at           DATETIME(6) NOT NULL,
    UNIQUE KEY ledger_posting_once (entry, account),
    KEY ledger_posting_order (order_ref)
) ENGINE = InnoDB;

-- A mail is a row in the transaction of what it tells; it is sent after that, once.
CREATE TABLE mail_outbox (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_key  VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recipient  VARCHAR(254) NOT NULL,
    template   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_ref  CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6)  NOT NULL,
    sent_at    DATETIME(6)  NULL,
    UNIQUE KEY mail_outbox_once (event_key, recipient),
    KEY mail_outbox_open (sent_at, id)
) ENGINE = InnoDB;

-- The answer to a mutation, written in the mutation's own transaction: the same key gets the same answer.
CREATE TABLE idempotent_answer (
    store_id     BIGINT       NOT NULL,
    request_key  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status       INT          NOT NULL,
    body         MEDIUMTEXT   NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (store_id, request_key),
    KEY idempotent_answer_age (created_at)
) ENGINE = InnoDB;

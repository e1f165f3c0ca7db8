-- What happens to an order after it is paid: invoices, shipments, cancellations, returns, withdrawals.

-- Who sells, as a store's invoices say it.
CREATE TABLE invoice_seller (
    store_id   BIGINT       NOT NULL PRIMARY KEY,
    name       VARCHAR(200) NOT NULL,
    -- Lines of the postal address, separated by line feeds.
    address    VARCHAR(500) NOT NULL,
    -- VAT identification number or what the seller's country has in its place; empty: none.
    tax_number VARCHAR(60)  NOT NULL DEFAULT ''
) ENGINE = InnoDB;

-- Invoices are numbered consecutively per store, in the order of the order numbers.
CREATE TABLE invoice_counter (
    store_id    BIGINT NOT NULL PRIMARY KEY,
    last_number BIGINT NOT NULL DEFAULT 0,
    -- The number of the last order that has its invoice.
    last_order  BIGINT NOT NULL DEFAULT 0
) ENGINE = InnoDB;

-- Written once and never changed. Everything that it says is in document, whatever becomes of the order, the store or the tariff.
CREATE TABLE invoice (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref         CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    store_id    BIGINT      NOT NULL,
    number      BIGINT      NOT NULL,
    kind        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_ref   CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What it was issued for: the ref of the order, or of the refund.
    subject     CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issued_at   DATETIME(6) NOT NULL,
    currency    CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total_minor BIGINT      NOT NULL,
    tax_minor   BIGINT      NOT NULL,
    document    MEDIUMTEXT  NOT NULL,
    UNIQUE KEY invoice_number (store_id, number),
    UNIQUE KEY invoice_once (subject),
    KEY invoice_order (order_ref, number),
    CONSTRAINT invoice_kind CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
    CONSTRAINT invoice_order FOREIGN KEY (order_ref) REFERENCES shop_order (ref)
) ENGINE = InnoDB;

-- Refunds whose credit note is not issued yet.
CREATE TABLE credit_note_due (
    refund_ref CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    order_ref  CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    store_id   BIGINT   NOT NULL,
    KEY credit_note_due_store (store_id)
) ENGINE = InnoDB;

-- Where the pieces of a line are. The rest is still to be sent.
ALTER TABLE order_line
    ADD COLUMN shipped   INT NOT NULL DEFAULT 0,
    -- Shipped pieces that a return speaks of, unless it was refused.
    ADD COLUMN returned  INT NOT NULL DEFAULT 0,
    -- Pieces that will not be sent any more.
    ADD COLUMN cancelled INT NOT NULL DEFAULT 0;

-- widens: a rule about the new columns alone, which are 0 wherever the release before writes
ALTER TABLE order_line
    ADD CONSTRAINT order_line_pieces
        CHECK (shipped >= 0 AND cancelled >= 0 AND shipped + cancelled <= quantity AND returned BETWEEN 0 AND shipped);

CREATE TABLE shipment (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref             CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    order_id        BIGINT       NOT NULL,
    -- The clerk's form: a double click is one shipment.
    request_key     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    carrier         VARCHAR(60)  NOT NULL,
    tracking_number VARCHAR(80)  NOT NULL,
    tracking_url    VARCHAR(500) NULL,
    shipped_at      DATETIME(6)  NOT NULL,
    delivered_at    DATETIME(6)  NULL,
    UNIQUE KEY shipment_once (order_id, request_key),
    CONSTRAINT shipment_order FOREIGN KEY (order_id) REFERENCES shop_order (id)
) ENGINE = InnoDB;

CREATE TABLE shipment_line (
    shipment_id BIGINT NOT NULL,
    position    INT    NOT NULL,
    pieces      INT    NOT NULL,
    PRIMARY KEY (shipment_id, position),
    CONSTRAINT shipment_line_shipment FOREIGN KEY (shipment_id) REFERENCES shipment (id),
    CONSTRAINT shipment_line_pieces CHECK (pieces >= 1)
) ENGINE = InnoDB;

-- A paid order that was cancelled before anything of it was sent. It stays PAID; its money goes back.
CREATE TABLE order_cancellation (
    order_id     BIGINT      NOT NULL PRIMARY KEY,
    -- NULL: there was nothing left to give back.
    refund_ref   CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    cancelled_at DATETIME(6) NOT NULL,
    CONSTRAINT order_cancellation_order FOREIGN KEY (order_id) REFERENCES shop_order (id)
) ENGINE = InnoDB;

-- Pieces that are to come back, or a contract that was withdrawn from. REFUNDED is no state of its own: it is RECEIVED, and the till
-- has carried the refund out.
CREATE TABLE return_case (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ref          CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    order_id     BIGINT       NOT NULL,
    kind         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_key  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- The shopper's words.
    remark       VARCHAR(500) NOT NULL DEFAULT '',
    -- Why the shop refused, for the shopper to read.
    refusal      VARCHAR(500) NULL,
    refund_ref   CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    requested_at DATETIME(6)  NOT NULL,
    closed_at    DATETIME(6)  NULL,
    UNIQUE KEY return_case_once (order_id, request_key),
    KEY return_case_open (state, id),
    CONSTRAINT return_case_kind CHECK (kind IN ('RETURN', 'WITHDRAWAL')),
    CONSTRAINT return_case_state CHECK (state IN ('REQUESTED', 'RECEIVED', 'REFUSED')),
    CONSTRAINT return_case_order FOREIGN KEY (order_id) REFERENCES shop_order (id)
) ENGINE = InnoDB;

CREATE TABLE return_line (
    return_id BIGINT NOT NULL,
    position  INT    NOT NULL,
    -- Sent pieces that come back.
    pieces    INT    NOT NULL,
    -- Pieces that were not sent and now will not be: only of a withdrawal.
    unsent    INT    NOT NULL DEFAULT 0,
    -- Of the pieces, those that can be sold again; NULL: not received yet.
    undamaged INT    NULL,
    PRIMARY KEY (return_id, position),
    CONSTRAINT return_line_return FOREIGN KEY (return_id) REFERENCES return_case (id),
    CONSTRAINT return_line_pieces CHECK (pieces >= 0 AND unsent >= 0 AND pieces + unsent >= 1),
    CONSTRAINT return_line_undamaged CHECK (undamaged IS NULL OR undamaged BETWEEN 0 AND pieces)
) ENGINE = InnoDB;

-- A clerk finds an order by the beginning of what the caller says.
ALTER TABLE shop_order
    ADD KEY shop_order_email (email, store_id),
    ADD KEY shop_order_name (name, store_id),
    ADD KEY shop_order_any_number (number, store_id);

-- What was given back before there were credit notes gets them now.
INSERT INTO credit_note_due (refund_ref, order_ref, store_id)
    SELECT r.ref, p.order_ref, p.store_id FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.state = 'REFUNDED';

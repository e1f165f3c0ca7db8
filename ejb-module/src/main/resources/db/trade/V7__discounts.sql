-- What promotions took off an order, and how often each was used. The release before writes orders without any.

ALTER TABLE shop_order
    -- Already taken off items_minor, so that items and shipping are the total for every release.
    ADD COLUMN discount_minor BIGINT NOT NULL DEFAULT 0 AFTER items_minor,
    -- All of them NULL: the bill goes where the articles go.
    ADD COLUMN billing_name        VARCHAR(200) NULL AFTER country,
    ADD COLUMN billing_line1       VARCHAR(200) NULL AFTER billing_name,
    ADD COLUMN billing_postal_code VARCHAR(20)  NULL AFTER billing_line1,
    ADD COLUMN billing_city        VARCHAR(120) NULL AFTER billing_postal_code,
    ADD COLUMN billing_country     CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NULL AFTER billing_city;

-- widens: the column is new, and what does not name it writes 0
ALTER TABLE shop_order ADD CONSTRAINT shop_order_discount CHECK (discount_minor >= 0 AND items_minor >= 0);

-- Of the whole line, not of one piece.
ALTER TABLE order_line ADD COLUMN discount_minor BIGINT NOT NULL DEFAULT 0 AFTER unit_minor;

-- widens: the column is new, and what does not name it writes 0
ALTER TABLE order_line ADD CONSTRAINT order_line_discount CHECK (discount_minor BETWEEN 0 AND unit_minor * quantity);

CREATE TABLE order_discount (
    order_id     BIGINT       NOT NULL,
    position     INT          NOT NULL,
    -- A rule of the store; no foreign key leaves this group.
    promotion_id BIGINT       NOT NULL,
    -- What the shopper read when the order was placed.
    label        VARCHAR(120) NOT NULL,
    -- 0: it paid the delivery.
    amount_minor BIGINT       NOT NULL,
    -- Who used it up: SHA-256 of the e-mail address in small letters; NULL: its uses are not limited.
    buyer        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (order_id, position),
    KEY order_discount_promotion (promotion_id),
    CONSTRAINT order_discount_order FOREIGN KEY (order_id) REFERENCES shop_order (id),
    CONSTRAINT order_discount_amount CHECK (amount_minor >= 0)
) ENGINE = InnoDB;

-- Raised in the order's transaction by one conditional UPDATE, lowered when the order is cancelled.
CREATE TABLE promotion_use (
    promotion_id BIGINT NOT NULL PRIMARY KEY,
    used         BIGINT NOT NULL,
    CONSTRAINT promotion_use_used CHECK (used >= 0)
) ENGINE = InnoDB;

CREATE TABLE promotion_use_by (
    promotion_id BIGINT   NOT NULL,
    buyer        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    used         BIGINT   NOT NULL,
    PRIMARY KEY (promotion_id, buyer),
    CONSTRAINT promotion_use_by_used CHECK (used >= 0)
) ENGINE = InnoDB;

-- The sums of each order, from the order, from its lines and from what promotions took off.
CREATE VIEW audit_total AS
    SELECT o.ref AS order_ref, o.items_minor, o.discount_minor, o.shipping_minor, o.total_minor,
           (SELECT COALESCE(SUM(l.quantity * l.unit_minor), 0) FROM order_line l WHERE l.order_id = o.id) AS lines_minor,
           (SELECT COALESCE(SUM(l.discount_minor), 0) FROM order_line l WHERE l.order_id = o.id) AS off_lines_minor,
           (SELECT COALESCE(SUM(d.amount_minor), 0) FROM order_discount d WHERE d.order_id = o.id) AS off_by_rules_minor
    FROM shop_order o;

-- How often each limited promotion was used, as it was counted and as the orders say.
CREATE VIEW audit_promotion AS
    SELECT u.promotion_id, u.used,
           (SELECT COUNT(*) FROM order_discount d JOIN shop_order o ON o.id = d.order_id
            WHERE d.promotion_id = u.promotion_id AND d.buyer IS NOT NULL AND o.state <> 'CANCELLED') AS orders,
           (SELECT COALESCE(SUM(b.used), 0) FROM promotion_use_by b WHERE b.promotion_id = u.promotion_id) AS by_buyers
    FROM promotion_use u;

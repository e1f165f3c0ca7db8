-- The cart group: anonymous carts. A line names its SKU; it holds no foreign key into the catalogue, which changes under it.

CREATE TABLE cart (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    token      CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    store_id   BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    -- Pushed 30 days ahead by a change, at most once an hour.
    expires_at DATETIME(6) NOT NULL,
    -- What the cart became; then it changes no more. A reference only: no foreign key leaves this group.
    ordered_as CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    version    BIGINT      NOT NULL DEFAULT 0,
    KEY cart_expiry (expires_at)
) ENGINE = InnoDB;

CREATE TABLE cart_line (
    cart_id    BIGINT      NOT NULL,
    sku        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quantity   INT         NOT NULL,
    -- The price the shopper saw when the piece was added: a change since then is told in the cart.
    seen_minor BIGINT      NOT NULL,
    added_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (cart_id, sku),
    CONSTRAINT cart_line_cart FOREIGN KEY (cart_id) REFERENCES cart (id) ON DELETE CASCADE,
    CONSTRAINT cart_line_quantity CHECK (quantity BETWEEN 1 AND 999)
) ENGINE = InnoDB;

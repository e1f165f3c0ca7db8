-- Customers' accounts. Staging never runs this group, so it has none, and its pages do without them.

CREATE TABLE customer (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id        BIGINT       NOT NULL,
    -- In small letters: one account for a mailbox. Binary: an accent makes another mailbox.
    email           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name            VARCHAR(200) NOT NULL,
    -- Algorithm, iterations, salt and hash, as Jakarta Security writes them.
    password_hash   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Raised when all sessions of the customer are to end: a session carries the number it began with.
    session_epoch   BIGINT       NOT NULL DEFAULT 0,
    -- The open cart, on whatever device. A reference only: no foreign key into the cart group.
    cart_token      CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    default_address CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at      DATETIME(6)  NOT NULL,
    -- Of name and mail address, which people edit.
    version         BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY customer_email (store_id, email),
    UNIQUE KEY customer_cart (cart_token)
) ENGINE = InnoDB;

CREATE TABLE customer_address (
    ref         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    customer_id BIGINT       NOT NULL,
    name        VARCHAR(200) NOT NULL,
    line1       VARCHAR(200) NOT NULL,
    postal_code VARCHAR(20)  NOT NULL,
    city        VARCHAR(120) NOT NULL,
    country     CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    version     BIGINT       NOT NULL DEFAULT 0,
    KEY customer_address_customer (customer_id, created_at),
    CONSTRAINT customer_address_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Failed tries, of one account or from one network address; which one is not written down but hashed.
CREATE TABLE sign_in_failure (
    subject     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    -- Each failure moves it on by some time: how far it lies ahead is how many count. Past: none does, the row may go.
    forgiven_at DATETIME(6) NOT NULL,
    KEY sign_in_failure_forgiven (forgiven_at)
) ENGINE = InnoDB;

-- Who asked for a new password. The token is made when the mail is written and is in that mail alone: here lies its hash.
CREATE TABLE password_reset (
    ref         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    customer_id BIGINT       NOT NULL,
    -- Where it was asked for: scheme, host and port, no slash at the end.
    origin      VARCHAR(300) NOT NULL,
    asked_at    DATETIME(6)  NOT NULL,
    token_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE,
    expires_at  DATETIME(6)  NULL,
    -- Used, or of no use any more.
    used_at     DATETIME(6)  NULL,
    KEY password_reset_customer (customer_id),
    KEY password_reset_age (asked_at),
    CONSTRAINT password_reset_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A cart is poured into another one at most once.
CREATE TABLE cart_merge (
    source      CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    customer_id BIGINT      NOT NULL,
    merged_at   DATETIME(6) NOT NULL,
    KEY cart_merge_age (merged_at),
    CONSTRAINT cart_merge_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
) ENGINE = InnoDB;

ALTER TABLE shop_order
    -- Whose account it is in; NULL: a guest's.
    ADD COLUMN customer_id BIGINT NULL,
    ADD KEY shop_order_customer (customer_id, placed_at);

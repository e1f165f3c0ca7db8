-- A cart on its way from one host name to another of the same owner: used once, by one UPDATE that sets used_at.
CREATE TABLE cart_handover (
    id         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    store_id   BIGINT       NOT NULL,
    cart_token CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The only host name that may take it.
    host       VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    used_at    DATETIME(6)  NULL,
    KEY cart_handover_expiry (expires_at)
) ENGINE = InnoDB;

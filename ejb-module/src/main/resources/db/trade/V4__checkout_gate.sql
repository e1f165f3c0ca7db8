-- Closed while nobody may check out: after a replica was promoted, until the till has held its books against the gateway's.
CREATE TABLE checkout_gate (
    name         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    -- NULL: it is open.
    closed_since DATETIME(6)  NULL,
    reason       VARCHAR(200) NULL,
    opened_at    DATETIME(6)  NULL
) ENGINE = InnoDB;

INSERT INTO checkout_gate (name) VALUES ('promotion');

-- Who works in the back office, what they did, and how its pages find things.

CREATE TABLE staff (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email         VARCHAR(254) NOT NULL,
    name          VARCHAR(120) NOT NULL,
    role          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- A password that somebody else has made up: it opens nothing but the page that asks for another.
    must_change   BOOLEAN      NOT NULL DEFAULT FALSE,
    active        BOOLEAN      NOT NULL DEFAULT TRUE,
    -- Of the codes that change each 30 s: encrypted with a key that only nodes have. NULL: not enrolled.
    totp_secret   VARBINARY(255) NULL,
    -- The last step of time whose code was taken; each is taken once.
    totp_step     BIGINT       NOT NULL DEFAULT 0,
    -- Raised to end all sessions: each session holds the number it began with.
    sessions      BIGINT       NOT NULL DEFAULT 0,
    created_at    DATETIME(6)  NOT NULL,
    signed_in_at  DATETIME(6)  NULL,
    version       BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY staff_email (email),
    CONSTRAINT staff_role CHECK (role IN ('CLERK', 'SHOPKEEPER', 'ADMIN'))
) ENGINE = InnoDB;

-- One row: whoever takes the last administrator away, or makes the first, holds it.
CREATE TABLE staff_gate (
    name VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE = InnoDB;

INSERT INTO staff_gate (name) VALUES ('admins');

CREATE TABLE staff_recovery_code (
    staff_id  BIGINT      NOT NULL,
    code_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    used_at   DATETIME(6) NULL,
    PRIMARY KEY (staff_id, code_hash),
    CONSTRAINT staff_recovery_code_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE = InnoDB;

-- Tries to sign in, counted before each is looked at, so that many at once are not more than the limit.
CREATE TABLE staff_try (
    -- An account (its e-mail address as typed, hashed), a code's account, or a network address.
    subject VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    tries   INT         NOT NULL,
    since   DATETIME(6) NOT NULL,
    KEY staff_try_age (since)
) ENGINE = InnoDB;

CREATE TABLE audit_log (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at          DATETIME(6)  NOT NULL,
    -- NULL: nobody who is signed in, such as the operator who made the first account.
    staff_id    BIGINT       NULL,
    -- As it was then: an account may get another address.
    who         VARCHAR(254) NOT NULL,
    action      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What it was done to: a kind and its name, such as order and its token.
    subject_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject     VARCHAR(120) NOT NULL,
    before_json MEDIUMTEXT   NULL,
    after_json  MEDIUMTEXT   NULL,
    -- The entry that this one takes back; each is taken back once.
    undo_of     BIGINT       NULL,
    UNIQUE KEY audit_log_undo (undo_of),
    KEY audit_log_subject (subject_kind, subject, id),
    KEY audit_log_at (at),
    CONSTRAINT audit_log_undone FOREIGN KEY (undo_of) REFERENCES audit_log (id)
) ENGINE = InnoDB;

CREATE TABLE order_note (
    id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_ref CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    staff_id  BIGINT        NOT NULL,
    -- The form's own key: a double click is one note.
    note_key  CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    note      VARCHAR(2000) NOT NULL,
    at        DATETIME(6)   NOT NULL,
    KEY order_note_order (order_ref, at),
    CONSTRAINT order_note_of FOREIGN KEY (order_ref) REFERENCES shop_order (ref),
    CONSTRAINT order_note_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE = InnoDB;

-- What each node says of itself, every few seconds.
CREATE TABLE node_beat (
    name       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    roles      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- `release` is a reserved word.
    release_name VARCHAR(120) NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    sessions   INT          NOT NULL,
    heap_bytes BIGINT       NOT NULL,
    seen_at    DATETIME(6)  NOT NULL
) ENGINE = InnoDB;

-- Orders are looked for by what a caller knows.
ALTER TABLE shop_order
    ADD KEY desk_number (number),
    ADD KEY desk_email (email),
    ADD KEY desk_name (name),
    ADD KEY desk_newest (placed_at, id);

ALTER TABLE stock_movement ADD COLUMN staff_id BIGINT NULL;

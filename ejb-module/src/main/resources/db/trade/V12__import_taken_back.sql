-- What the products of an import at the desk were before it, so that it can be taken back.

CREATE TABLE catalogue_import (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id    BIGINT       NOT NULL,
    -- Of staff, as it was then.
    who         VARCHAR(254) NOT NULL,
    started_at  DATETIME(6)  NOT NULL,
    -- NULL: it runs, or broke off with whole batches in.
    finished_at DATETIME(6)  NULL,
    -- Products it wrote.
    products    INT          NOT NULL DEFAULT 0,
    -- FALSE: too many for taking back, or too long ago. Nothing of what was before is kept.
    kept        BOOLEAN      NOT NULL DEFAULT TRUE,
    -- Its line in the log.
    entry       BIGINT       NULL,
    undone_at   DATETIME(6)  NULL,
    -- The line that says how it was taken back.
    undo_entry  BIGINT       NULL,
    KEY catalogue_import_store (store_id, id),
    KEY catalogue_import_age (started_at),
    UNIQUE KEY catalogue_import_entry (entry),
    CONSTRAINT catalogue_import_logged FOREIGN KEY (entry) REFERENCES audit_log (id),
    CONSTRAINT catalogue_import_undone FOREIGN KEY (undo_entry) REFERENCES audit_log (id)
) ENGINE = InnoDB;

CREATE TABLE catalogue_import_product (
    import_id      BIGINT       NOT NULL,
    -- In the order of writing.
    nth            INT          NOT NULL,
    handle         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- NULL: there was no such product.
    before_json    MEDIUMTEXT   COMPRESSED NULL,
    -- SHA-256 of what the import made of it: whoever finds another one finds it changed since.
    after_mark     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    after_position INT          NOT NULL,
    -- What the import's counts moved. NULL: nothing.
    stock_json     MEDIUMTEXT   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (import_id, nth),
    CONSTRAINT catalogue_import_product_of FOREIGN KEY (import_id) REFERENCES catalogue_import (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Categories that the import made.
CREATE TABLE catalogue_import_category (
    import_id   BIGINT NOT NULL,
    category_id BIGINT NOT NULL,
    PRIMARY KEY (import_id, category_id),
    CONSTRAINT catalogue_import_category_of FOREIGN KEY (import_id) REFERENCES catalogue_import (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Whether an article was ever ordered.
ALTER TABLE order_line ADD KEY order_line_sku (sku);

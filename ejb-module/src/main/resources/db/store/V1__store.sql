-- The store group: what a shop shows. It knows nothing of carts, customers, orders or payments.

CREATE TABLE store (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code             VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    name             VARCHAR(120) NOT NULL,
    tagline          VARCHAR(250) NOT NULL,
    currency         CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    locale           VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    country          CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    look             VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Raised by every change of what shoppers see; nodes compare it on a timer and drop what they cached.
    catalog_revision BIGINT       NOT NULL DEFAULT 1,
    version          BIGINT       NOT NULL DEFAULT 0
) ENGINE = InnoDB;

CREATE TABLE store_domain (
    host     VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    store_id BIGINT       NOT NULL,
    CONSTRAINT store_domain_store FOREIGN KEY (store_id) REFERENCES store (id)
) ENGINE = InnoDB;

CREATE TABLE category (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id    BIGINT        NOT NULL,
    handle      VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(255)  NOT NULL,
    description VARCHAR(1000) NOT NULL DEFAULT '',
    position    INT           NOT NULL DEFAULT 0,
    UNIQUE KEY category_handle (store_id, handle),
    CONSTRAINT category_store FOREIGN KEY (store_id) REFERENCES store (id)
) ENGINE = InnoDB;

CREATE TABLE product (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id        BIGINT       NOT NULL,
    handle          VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    category_id     BIGINT       NULL,
    title           VARCHAR(255) NOT NULL,
    body_html       MEDIUMTEXT   NOT NULL,
    vendor          VARCHAR(255) NOT NULL DEFAULT '',
    tags            VARCHAR(1000) NOT NULL DEFAULT '',
    published       BOOLEAN      NOT NULL DEFAULT TRUE,
    option1_name    VARCHAR(100) NULL,
    option2_name    VARCHAR(100) NULL,
    option3_name    VARCHAR(100) NULL,
    seo_title       VARCHAR(255) NOT NULL DEFAULT '',
    seo_description VARCHAR(500) NOT NULL DEFAULT '',
    -- What a card in a list shows, kept here so that a list is one query.
    from_minor      BIGINT       NOT NULL DEFAULT 0,
    position        INT          NOT NULL DEFAULT 0,
    -- Hash of the imported rows: an import that brings the same rows again changes nothing.
    imported_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    search_text     TEXT         NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    updated_at      DATETIME(6)  NOT NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY product_handle (store_id, handle),
    KEY product_list (store_id, published, category_id, position, id),
    FULLTEXT KEY product_search (title, search_text),
    CONSTRAINT product_store FOREIGN KEY (store_id) REFERENCES store (id),
    CONSTRAINT product_category FOREIGN KEY (category_id) REFERENCES category (id)
) ENGINE = InnoDB;

CREATE TABLE variant (
    id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    product_id        BIGINT       NOT NULL,
    store_id          BIGINT       NOT NULL,
    sku               VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position          INT          NOT NULL,
    option1           VARCHAR(255) NULL,
    option2           VARCHAR(255) NULL,
    option3           VARCHAR(255) NULL,
    price_minor       BIGINT       NOT NULL,
    compare_at_minor  BIGINT       NULL,
    grams             INT          NOT NULL DEFAULT 0,
    barcode           VARCHAR(64)  NOT NULL DEFAULT '',
    -- FALSE: the number of pieces is not counted, it is always for sale.
    tracked           BOOLEAN      NOT NULL DEFAULT TRUE,
    requires_shipping BOOLEAN      NOT NULL DEFAULT TRUE,
    taxable           BOOLEAN      NOT NULL DEFAULT TRUE,
    picture_id        BIGINT       NULL,
    version           BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY variant_sku (store_id, sku),
    KEY variant_product (product_id, position),
    CONSTRAINT variant_of_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT variant_price CHECK (price_minor >= 0)
) ENGINE = InnoDB;

CREATE TABLE picture (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    product_id BIGINT        NOT NULL,
    position   INT           NOT NULL,
    -- Name in the media store (SHA-256 and an ending); NULL: could not be loaded, a placeholder is shown.
    media      VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    source     VARCHAR(2000) NOT NULL,
    alt        VARCHAR(512)  NOT NULL DEFAULT '',
    width      INT           NOT NULL DEFAULT 800,
    height     INT           NOT NULL DEFAULT 800,
    KEY picture_product (product_id, position),
    CONSTRAINT picture_of_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE shipping_rate (
    store_id        BIGINT  NOT NULL,
    country         CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor    BIGINT  NOT NULL,
    -- Orders of at least this value ship free; NULL: never.
    free_from_minor BIGINT  NULL,
    PRIMARY KEY (store_id, country),
    CONSTRAINT shipping_rate_store FOREIGN KEY (store_id) REFERENCES store (id),
    CONSTRAINT shipping_rate_amount CHECK (amount_minor >= 0)
) ENGINE = InnoDB;

-- Prices include the tax; the rate says how much of a price is tax.
CREATE TABLE tax_rate (
    store_id     BIGINT  NOT NULL,
    country      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    basis_points INT     NOT NULL,
    PRIMARY KEY (store_id, country),
    CONSTRAINT tax_rate_store FOREIGN KEY (store_id) REFERENCES store (id),
    CONSTRAINT tax_rate_range CHECK (basis_points BETWEEN 0 AND 10000)
) ENGINE = InnoDB;

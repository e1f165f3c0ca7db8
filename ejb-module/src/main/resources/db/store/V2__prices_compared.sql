-- What each variant cost and since when: a reduction tells the lowest price of the thirty days before it (directive 98/6/EC, article 6a).
CREATE TABLE price_history (
    variant_id  BIGINT      NOT NULL,
    from_at     DATETIME(6) NOT NULL,
    price_minor BIGINT      NOT NULL,
    PRIMARY KEY (variant_id, from_at),
    CONSTRAINT price_history_of_variant FOREIGN KEY (variant_id) REFERENCES variant (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A price that is there is at least as old as the last change of its product.
INSERT INTO price_history (variant_id, from_at, price_minor)
SELECT v.id, p.updated_at, v.price_minor FROM variant v JOIN product p ON p.id = v.product_id;

-- What changed since the index of products was made.
ALTER TABLE product ADD KEY product_updated (store_id, updated_at);

-- What a variant holds and the measure its price is compared by: 330 ml, by 1 l (directive 98/6/EC, article 3). NULL: not told.
ALTER TABLE variant
    ADD COLUMN content_amount DECIMAL(12, 3) NULL,
    ADD COLUMN content_unit   VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN base_amount    DECIMAL(12, 3) NULL,
    ADD COLUMN base_unit      VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- Which product a form of the back office made: sent twice, it makes one.
CREATE TABLE product_form (
    store_id   BIGINT   NOT NULL,
    -- The form's own key.
    form_key   CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    product_id BIGINT   NOT NULL,
    PRIMARY KEY (store_id, form_key),
    CONSTRAINT product_form_of FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
) ENGINE = InnoDB;

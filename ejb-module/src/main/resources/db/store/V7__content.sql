-- A store's own words: its terms, who it is, how it delivers. A page is never deleted, only taken from sight.
CREATE TABLE content_page (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id  BIGINT       NOT NULL,
    -- The last part of its address.
    handle    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title     VARCHAR(120) NOT NULL,
    -- CommonMark.
    body      MEDIUMTEXT   NOT NULL,
    -- The foot of the shop names the smaller first.
    position  INT          NOT NULL DEFAULT 0,
    published BOOLEAN      NOT NULL DEFAULT TRUE,
    version   BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY content_page_handle (store_id, handle),
    CONSTRAINT content_page_of_store FOREIGN KEY (store_id) REFERENCES store (id)
) ENGINE = InnoDB;

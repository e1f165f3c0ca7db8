-- Stores of one owner: carts may be carried from one to another. Empty: nobody's but its own.
ALTER TABLE store
    ADD COLUMN owner  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER look,
    -- As #rrggbb in place of the accent of its look. Empty: that one.
    ADD COLUMN accent VARCHAR(7)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER owner,
    ADD KEY store_owner (owner);

-- What a shopper is offered to go on with under this name of the store. Empty: the name is not offered.
ALTER TABLE store_domain ADD COLUMN label VARCHAR(60) NOT NULL DEFAULT '';

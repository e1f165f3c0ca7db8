-- The code that the shopper typed, in capitals. What it is worth is reckoned anew at each look.
ALTER TABLE cart ADD COLUMN coupon VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER expires_at;

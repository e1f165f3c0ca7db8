-- A store's price rules. Amounts are minor units of the store's currency. A rule is never deleted: orders name it.
CREATE TABLE promotion (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    store_id        BIGINT       NOT NULL,
    -- What a shopper reads beside the amount.
    name            VARCHAR(120) NOT NULL,
    kind            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    basis_points    INT          NULL,
    amount_minor    BIGINT       NULL,
    -- Of every paid + free pieces the cheapest free ones cost nothing.
    paid_pieces     INT          NULL,
    free_pieces     INT          NULL,
    -- Handle of the category or of the product whose articles it holds for; both NULL: for all.
    category        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    product         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    least_minor     BIGINT       NOT NULL DEFAULT 0,
    -- The code that must be typed, in capitals; NULL: it holds for everybody.
    coupon          VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- The greater comes first.
    priority        INT          NOT NULL DEFAULT 0,
    stacks          BOOLEAN      NOT NULL DEFAULT TRUE,
    starts_at       DATETIME(6)  NULL,
    ends_at         DATETIME(6)  NULL,
    -- How many orders may have it, in all and of one buyer; NULL: any number. Uses are counted while there is a limit.
    most_uses       BIGINT       NULL,
    most_per_buyer  BIGINT       NULL,
    active          BOOLEAN      NOT NULL DEFAULT TRUE,
    version         BIGINT       NOT NULL DEFAULT 0,
    KEY promotion_store (store_id, active, ends_at),
    CONSTRAINT promotion_of_store FOREIGN KEY (store_id) REFERENCES store (id),
    CONSTRAINT promotion_reduction CHECK (
        kind = 'PERCENTAGE' AND basis_points IS NOT NULL AND basis_points BETWEEN 1 AND 10000
        OR kind = 'AMOUNT' AND amount_minor IS NOT NULL AND amount_minor > 0
        OR kind = 'FREE_PIECES' AND paid_pieces IS NOT NULL AND paid_pieces > 0
            AND free_pieces IS NOT NULL AND free_pieces > 0
        OR kind = 'FREE_SHIPPING'),
    CONSTRAINT promotion_scope CHECK (category IS NULL OR product IS NULL),
    CONSTRAINT promotion_least CHECK (least_minor >= 0),
    CONSTRAINT promotion_limits CHECK (COALESCE(most_uses, 1) > 0 AND COALESCE(most_per_buyer, 1) > 0),
    CONSTRAINT promotion_time CHECK (starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at)
) ENGINE = InnoDB;

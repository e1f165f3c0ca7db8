-- When orders leave the house and how long they travel; NULL: nobody said, and shoppers are promised nothing.
-- A release without these columns that changes a store leaves it without the days of travel: a promise less, never a wrong one.
ALTER TABLE store
    ADD COLUMN time_zone     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- By the clocks of time_zone: a later order counts for the next working day.
    ADD COLUMN order_cut_off TIME NULL,
    -- Working days from the order until its parcel leaves; 0: on the same day.
    ADD COLUMN handling_days INT NULL;

-- Working days on the way.
ALTER TABLE shipping_rate
    ADD COLUMN transit_least_days INT NULL,
    ADD COLUMN transit_most_days  INT NULL;

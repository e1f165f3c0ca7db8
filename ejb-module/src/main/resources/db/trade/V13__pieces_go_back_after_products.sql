-- An import is taken back in two steps: its products in one transaction, then its pieces in short ones.

ALTER TABLE catalogue_import
    -- TRUE: its products were taken back, and what is left in stock_json is still to go back.
    ADD COLUMN stock_due BOOLEAN NOT NULL DEFAULT FALSE,
    -- SKUs of which fewer pieces were left than had to go. Those of imports that the release before took back stand in the log.
    ADD COLUMN short_of INT NOT NULL DEFAULT 0;

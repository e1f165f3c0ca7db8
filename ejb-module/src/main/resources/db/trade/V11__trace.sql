-- Of the request that asked the till for this, as in the router's log and the nodes'. NULL: nobody's request, or from before.
ALTER TABLE payment ADD COLUMN trace CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE refund ADD COLUMN trace CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL;

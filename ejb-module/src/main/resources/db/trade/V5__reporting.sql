-- Orders by the day they were paid.
ALTER TABLE shop_order ADD KEY shop_order_paid (store_id, paid_at);

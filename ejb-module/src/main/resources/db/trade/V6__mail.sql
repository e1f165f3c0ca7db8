-- When each mail is tried next. NULL: there is nothing to do, it was sent or given up.
ALTER TABLE mail_outbox
    ADD COLUMN due_at   DATETIME(6)  NULL DEFAULT (UTC_TIMESTAMP(6)),
    ADD COLUMN tries    INT          NOT NULL DEFAULT 0,
    -- Whose try it is: who has lost it sends nothing and writes nothing any more.
    ADD COLUMN claim    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- What the mail server said last; of a mail that is neither sent nor due it is why it was given up.
    ADD COLUMN problem  VARCHAR(500) NULL,
    ADD KEY mail_outbox_due (due_at, id);

-- What was written before the shop could send mail is history by now.
UPDATE mail_outbox SET due_at = NULL, problem = 'written before this shop sent mail' WHERE sent_at IS NULL;

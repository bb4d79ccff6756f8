-- What was told is cleared away after a month, without going through what waits.
create index webhook_delivery_done on webhook_delivery (done_at);

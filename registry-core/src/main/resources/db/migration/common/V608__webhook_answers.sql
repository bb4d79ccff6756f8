-- What the other side answered to the last attempt, as a status of HTTP; null while nobody answered.
alter table webhook_delivery add column answer integer;

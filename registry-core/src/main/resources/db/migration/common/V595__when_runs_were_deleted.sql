-- Files of a run go once it has been in the bin for long enough. Of those that are there already nobody knows since when: their time begins now.
alter table run add column deleted_at timestamp(6) with time zone;
update run set deleted_at = current_timestamp where lifecycle = 'deleted';

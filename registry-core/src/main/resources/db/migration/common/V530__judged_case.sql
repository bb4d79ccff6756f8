-- What was judged, as text that an auditor can take away and judge again.
alter table evaluation add column judged_case text;

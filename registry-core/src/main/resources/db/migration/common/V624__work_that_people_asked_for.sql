-- Who asked for work in the background, what it is called, and the screen that shows what comes of it; absent of work that nobody follows.
alter table job add column asked_by uuid references person (id);
alter table job add column title text;
alter table job add column place varchar(1000);
create index job_asked on job (asked_by, created_at);

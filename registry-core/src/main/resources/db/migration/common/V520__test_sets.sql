-- What names the rows that a version was judged on, so that every later look at them is counted. Evaluations from before are not: what
-- they were judged on can only be known by reading their evidence again.
alter table evaluation add column test_set char(64);
create index evaluation_test_set on evaluation (test_set);

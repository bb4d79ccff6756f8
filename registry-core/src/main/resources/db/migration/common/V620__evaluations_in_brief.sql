-- What lists of many versions say of an evaluation, as JSON: a twentieth of the whole. Absent of evaluations of earlier releases, which are
-- read whole.
alter table evaluation add column brief text;

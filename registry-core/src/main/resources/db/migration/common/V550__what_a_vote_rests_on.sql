-- The text whose hash is the digest, so that a change can be named part by part; absent for evaluations of before.
alter table evaluation add column digest_parts text;
-- Where the evidence lay, so that a queue can tell in its one query that other files lie there now.
alter table evaluation add column evidence_directory varchar(1024);
alter table evaluation add column evidence_name varchar(255);
alter table evaluation add column description_sha256 char(64);

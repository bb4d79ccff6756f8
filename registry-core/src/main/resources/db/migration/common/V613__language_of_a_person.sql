-- The language that somebody chose to read in, such as de; none: as their browser asks.
alter table person add column language varchar(10);

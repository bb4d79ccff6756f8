-- Rows on their way in have a number of their own: a file that is refused takes none of those that people see.
create sequence outcome_arrival_number start with 1;

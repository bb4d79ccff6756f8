-- Customers have their reasons in common: a list keeps each reason once, and its rows name it by number.
-- Rows may still hold reasons in full, as those of earlier lists do.
create table risk_list_reason (
    list_number   bigint  not null references risk_list (number),
    reason_number integer not null,
    sentence      text    not null,
    primary key (list_number, reason_number)
);

-- What the filters of a list can be set to, so that opening one looks through none of its rows.
create table risk_list_choice (
    list_number bigint       not null,
    attribute   varchar(200) not null,
    group_value varchar(200) not null,
    primary key (list_number, attribute, group_value)
);
insert into risk_list_choice (list_number, attribute, group_value)
select distinct list_number, attribute, group_value from risk_list_group;

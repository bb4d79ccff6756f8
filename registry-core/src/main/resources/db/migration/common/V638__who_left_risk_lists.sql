-- Who was on the list before and is not on this one, by their rank there, with the score of now; absent where they were not scored again.
create table risk_list_left (
    list_number   bigint  not null references risk_list (number),
    previous_rank integer not null,
    score         double precision,
    primary key (list_number, previous_rank)
);

insert into risk_list_left (list_number, previous_rank, score)
select l.number, p.list_rank, s.score
from risk_list l
join risk_list_row p on p.list_number = l.previous
left join scored_customer s on s.model_id = l.model_id and s.customer = p.customer and s.list_number = l.number
where not exists (select 1 from risk_list_row r where r.list_number = l.number and r.customer = p.customer);

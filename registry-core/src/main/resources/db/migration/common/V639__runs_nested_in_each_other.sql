-- Runs that their tags had nested in each other, or in themselves, were nowhere to be seen: one of each two stands at the top again.
update run set parent_run_id = null
 where parent_run_id is not null
   and (parent_run_id = id
        or exists (select 1 from run p where p.id = run.parent_run_id and p.parent_run_id = run.id and run.id < p.id));

-- Since when what waited for somebody waits for them no longer; absent where it waits still, or never did.
alter table notice add column done_at timestamp(6) with time zone;
-- Was told by a kind of its own before, which is none.
update notice set kind = 'YOUR_TURN', done_at = coalesce(read_at, at) where kind = 'YOUR_TURN_DONE';
-- What was settled before anybody kept that it was hears of nothing any more that could tell.
update notice set done_at = coalesce(read_at, at), read_at = coalesce(read_at, at)
 where kind = 'YOUR_TURN' and done_at is null
   and (subject in (select 'promotion/PR-' || r.number from promotion_request r
                     where r.state not in ('AWAITING_REVIEW', 'CHANGES_REQUESTED'))
        or subject in (select 'override/OV-' || o.number from check_override o where o.state <> 'PROPOSED')
        or subject in (select 'proposal/PC-' || p.number from policy_proposal p where p.state <> 'PROPOSED')
        or subject in (select 'rollback/RB-' || b.number from alias_rollback b where b.followed_at is not null));
update notice_delivery set state = 'DROPPED', message = 'It was settled meanwhile',
       done_at = (select n.done_at from notice n where n.id = notice_delivery.notice_id)
 where state = 'WAITING' and notice_id in (select n.id from notice n where n.done_at is not null);

package io.gatehouse.kills;

/** Asks for what must never be in the books of a house, not even after a kill; each query finds nothing in whole books. */
enum MustNotBe {
    ALIAS_WITHOUT_ONE_OPEN_TENURE("""
            select a.model_id from model_alias a join registered_model m on m.id = a.model_id
            where a.alias = m.protected_alias and (
              (select count(*) from alias_tenure t where t.model_id = a.model_id and t.alias = a.alias and t.to_at is null) <> 1
              or not exists (select 1 from alias_tenure t where t.model_id = a.model_id and t.alias = a.alias
                             and t.to_at is null and t.version_id = a.version_id))"""),
    OPEN_TENURE_WITHOUT_ITS_ALIAS("""
            select t.id from alias_tenure t where t.to_at is null and not exists (
              select 1 from model_alias a where a.model_id = t.model_id and a.alias = t.alias and a.version_id = t.version_id)"""),
    TENURE_THAT_ENDS_BEFORE_IT_BEGAN("select id from alias_tenure where to_at < from_at"),
    GAP_OR_OVERLAP_BETWEEN_TENURES("""
            select t.id from alias_tenure t where t.to_at is not null and (select count(*) from alias_tenure n
              where n.model_id = t.model_id and n.alias = t.alias and n.id <> t.id and n.from_at = t.to_at) <> 1"""),
    EXECUTION_WITHOUT_ONE_TENURE("""
            select r.number from promotion_request r where r.state in ('EXECUTED', 'ROLLED_BACK') and (
              select count(*) from alias_tenure t where t.request_id = r.id and t.rollback_id is null) <> 1"""),
    TENURE_WITHOUT_EXECUTION("""
            select t.id from alias_tenure t where not exists (
              select 1 from promotion_request r where r.id = t.request_id and r.state in ('EXECUTED', 'ROLLED_BACK'))"""),
    EXECUTION_WITHOUT_ITS_APPROVALS("""
            select r.number from promotion_request r where r.state in ('EXECUTED', 'ROLLED_BACK') and (
              select count(*) from promotion_vote v where v.request_id = r.id and v.round = r.round and v.choice = 'APPROVE')
              < r.approvals_needed"""),
    APPROVALS_WITHOUT_EXECUTION("""
            select r.number from promotion_request r where r.state = 'AWAITING_REVIEW' and (
              select count(*) from promotion_vote v where v.request_id = r.id and v.round = r.round and v.choice = 'APPROVE')
              >= r.approvals_needed"""),
    EXECUTION_NOT_ONCE_ON_THE_AUDIT_LOG("""
            select r.number from promotion_request r where r.state in ('EXECUTED', 'ROLLED_BACK') and (
              select count(*) from audit_event e where e.object = 'promotion/PR-' || cast(r.number as varchar)
              and e.action = 'promotion.executed') <> 1"""),
    EXECUTION_ON_THE_AUDIT_LOG_ALONE("""
            select e.seq from audit_event e where e.action = 'promotion.executed' and not exists (
              select 1 from promotion_request r where e.object = 'promotion/PR-' || cast(r.number as varchar)
              and r.state in ('EXECUTED', 'ROLLED_BACK'))"""),
    MOVES_ON_THE_AUDIT_LOG_UNLIKE_TENURES("""
            select 1 from (select count(*) as moves from audit_event where action in ('alias.moved', 'alias.rolled_back')) e,
              (select count(*) as tenures from alias_tenure) t where e.moves <> t.tenures"""),
    EXECUTION_WITHOUT_ITS_MESSAGE("""
            select 1 from (select count(*) as events from audit_event where action = 'promotion.executed') e,
              (select count(*) as messages from outbox_event where kind = 'promotion.executed') o where e.events <> o.messages"""),
    ROLLBACK_WITHOUT_ONE_TENURE("""
            select b.number from alias_rollback b where (
              select count(*) from alias_tenure t where t.rollback_id = b.id) <> 1"""),
    ROLLBACKS_UNLIKE_THE_AUDIT_LOG("""
            select 1 from (select count(*) as cases from alias_rollback) b,
              (select count(*) as events from audit_event where action = 'alias.rolled_back') e where b.cases <> e.events"""),
    CHECKS_THAT_NOBODY_WILL_RUN("""
            select r.number from promotion_request r where r.state = 'EVALUATING' and not exists (
              select 1 from job j where j.id = r.job_id and j.state in ('WAITING', 'RUNNING'))"""),
    REVIEW_WITHOUT_AN_EVALUATION("""
            select r.number from promotion_request r where r.state = 'AWAITING_REVIEW' and not exists (
              select 1 from evaluation e where e.id = r.evaluation_id)"""),
    REQUEST_WHOSE_LAST_STEP_IS_NOT_IN_ITS_HISTORY("""
            select r.number from promotion_request r where not exists (
              select 1 from promotion_step s where s.request_id = r.id and s.sentence = r.last_step)"""),
    HALF_A_BATCH_OF_METRICS("""
            select metric_key from run_metric where metric_key like 'k%' group by metric_key having count(*) <> 20"""),
    LATEST_METRIC_THAT_IS_NOT_THE_LATEST("""
            select metric_key from run_metric_latest where metric_key like 'k%' and step <> 19"""),
    AUDIT_HEAD_ELSEWHERE_THAN_AT_THE_END("""
            select h.seq from audit_head h where h.seq <> (select coalesce(max(e.seq), 0) from audit_event e)
              or h.seq > 0 and h.hash <> (select e.hash from audit_event e where e.seq = h.seq)""");

    private final String query;

    MustNotBe(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }
}

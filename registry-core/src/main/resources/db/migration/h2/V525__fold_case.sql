-- Text without regard to case, in any language.
create alias fold_case deterministic for 'io.gatehouse.search.CaseFold.fold';

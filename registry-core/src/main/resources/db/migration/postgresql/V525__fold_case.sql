-- Text without regard to case, in any language. Columns ordered by bytes (collate "C") know the case of ASCII letters alone, and so may the
-- whole database. ICU comes with nearly every build of PostgreSQL; from version 17 on there is a collation that needs none.
do $$
declare
    unicode text := (
        select collname from pg_collation
        where collname in ('und-x-icu', 'pg_c_utf8', 'C.utf8') and collnamespace = 'pg_catalog'::regnamespace
        order by array_position(array['und-x-icu', 'pg_c_utf8', 'C.utf8']::name[], collname)
        limit 1);
begin
    execute format(
        'create function fold_case(given text) returns text language sql immutable strict parallel safe as %L',
        format('select lower(given collate %I)', coalesce(unicode, 'default')));
end
$$;

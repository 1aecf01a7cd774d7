-- The second wall: a transaction sees the rows of customers within its reach (profile.reach.Scoped sets it), and none where
-- nothing is set. Every table that says whose its rows are by a customer_id stands behind it, by itself, from the next start
-- of the service on: looked at in each, at ${flyway:timestamp}, and touched only where a policy is missing.
-- Who changes a rule gives it the next number.
do $wall$
declare
  edition constant text := 'reach_2';
  everywhere constant text := $rule$(select current_setting('aftercare.scope', true)) in ('chain', 'house')$rule$;
  store constant text := $rule$(select substring(current_setting('aftercare.scope', true) from '^store:(.*)$'))$rule$;
  person constant text := $rule$(select nullif(current_setting('aftercare.person', true), ''))$rule$;
  behind record;
  old record;
begin
  for behind in
    select tables.table_name as name, case tables.table_name
        when 'customer' then format('%s or store_id = %s or is_acquainted(id)', everywhere, store)
        when 'acquaintance' then format('%s or store_id = %s', everywhere, store)
        when 'broken_glass' then format('%s or person = %s', everywhere, person)
        else format('%s or is_within_reach(customer_id)', everywhere)
      end as rule
    from information_schema.tables
    where tables.table_schema = current_schema() and tables.table_type = 'BASE TABLE' and (tables.table_name = 'customer' or exists (
      select from information_schema.columns where columns.table_schema = current_schema()
        and columns.table_name = tables.table_name and columns.column_name = 'customer_id'))
  loop
    continue when exists (
      select from pg_policies where schemaname = current_schema() and tablename = behind.name and policyname = edition);
    for old in select policyname from pg_policies where schemaname = current_schema() and tablename = behind.name loop
      execute format('drop policy %I on %I', old.policyname, behind.name);
    end loop;
    execute format('create policy %I on %I using (%s)', edition, behind.name, behind.rule);
    execute format('alter table %I enable row level security', behind.name);
  end loop;
end
$wall$;

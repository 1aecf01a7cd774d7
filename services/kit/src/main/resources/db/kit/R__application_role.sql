-- What the service's own statements may do: read and write rows, and nothing else. Tables that come later are granted as they
-- are made. The access log is only ever added to; who migrated what is none of the application's business.
do $grants$
declare
  role constant name := '${application-role}';
  grants constant text[] := array[
    'grant usage on schema %1$I to %2$I',
    'grant select, insert, update, delete on all tables in schema %1$I to %2$I',
    'grant usage, select on all sequences in schema %1$I to %2$I',
    'alter default privileges in schema %1$I grant select, insert, update, delete on tables to %2$I',
    'alter default privileges in schema %1$I grant usage, select on sequences to %2$I',
    'revoke update, delete on %1$I.access_log from %2$I',
    'revoke insert, update, delete on %1$I.access_log_end, %1$I.access_log_of from %2$I',
    'revoke all on %1$I.flyway_schema_history from %2$I'];
  single text;
begin
  if current_user <> role then
    foreach single in array grants loop
      execute format(single, current_schema(), role);
    end loop;
  end if;
end
$grants$;

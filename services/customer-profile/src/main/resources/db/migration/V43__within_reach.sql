-- What the second wall asks of other tables than the one it stands before. In functions, because a policy that reads a table is
-- expanded with that table's policies wherever it applies: a greet card became a plan of three hundred parts, which took longer
-- to get ready than to run. They run as their owner, whom the wall does not bind, and tell nothing but whether.
create function is_acquainted(whom uuid) returns boolean
language plpgsql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $acquainted$
declare
  store constant text := substring(current_setting('aftercare.scope', true) from '^store:(.*)$');
  reader constant text := nullif(current_setting('aftercare.person', true), '');
  moment constant timestamptz := nullif(current_setting('aftercare.now', true), '');
begin
  return exists (select from acquaintance a where a.customer_id = whom and a.store_id = store and a.until > moment)
    or exists (select from broken_glass g where g.customer_id = whom and g.person = reader and g.until > moment);
end
$acquainted$;

create function is_within_reach(whom uuid) returns boolean
language plpgsql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $reach$
declare
  store constant text := substring(current_setting('aftercare.scope', true) from '^store:(.*)$');
begin
  return exists (select from customer c where c.id = whom and c.store_id = store) or is_acquainted(whom);
end
$reach$;

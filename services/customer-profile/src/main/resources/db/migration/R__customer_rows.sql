-- Where rows of customers lie: in every column that is called customer_id or refers to a customer. Found, not listed, so that
-- a table that comes later is exported and erased like the others. The rows of one person come before those they refer to.
create or replace view customer_rows as
with recursive refers as (
  select c.conrelid as child, c.confrelid as parent, a.attname, c.confrelid = 'customer'::regclass as to_customer
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.conrelid <> c.confrelid
), depth as (
  select oid, 0 as depth from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
  union
  select refers.parent, depth.depth + 1 from depth join refers on refers.child = depth.oid where depth.depth < 10
), whose as (
  select child as oid, attname from refers where to_customer
  union
  select a.attrelid, a.attname from pg_attribute a join pg_class t on t.oid = a.attrelid
  where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p') and a.attname = 'customer_id'
    and not a.attisdropped
)
select t.relname as table_name, whose.attname as column_name, max(depth.depth) as depth
from whose join pg_class t on t.oid = whose.oid join depth on depth.oid = whose.oid
where t.oid <> 'customer'::regclass
group by t.relname, whose.attname;

-- Deletes all rows of a customer but those of the tables that are kept, and of what proves the erasure itself.
create or replace function forget_rows(whom uuid, kept text[]) returns void language plpgsql as $forget$
declare
  place record;
begin
  for place in select * from customer_rows where not table_name = any (kept || array['erasure', 'legal_hold'])
    order by depth, table_name
  loop
    execute format('delete from %I where %I = $1', place.table_name, place.column_name) using whom;
  end loop;
end
$forget$;

-- Forgets who a customer was. The key goes, and with it everything that was ever sealed with it, in copies of the database too;
-- so does every column of the file that may be empty, and that is not named here.
create or replace function erase_customer(whom uuid, kept text[]) returns table (version bigint, zone text)
language plpgsql as $erase$
declare
  empty text;
begin
  perform forget_rows(whom, kept);
  select string_agg(format('%I = null', attname), ', ') into empty from pg_attribute
  where attrelid = 'customer'::regclass and attnum > 0 and not attisdropped and not attnotnull
    and attname not in ('store_id', 'merged_into');
  return query execute format(
    'update customer c set %s, languages = ''{}'', do_not_call = true, status = ''ERASED'', version = c.version + 1
     where c.id = $1 returning c.version, c.zone', empty) using whom;
end
$erase$;

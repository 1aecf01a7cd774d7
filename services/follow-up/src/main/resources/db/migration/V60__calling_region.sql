-- Of which calling region a store is, as its newest sale told; none where the chain names none any more.
create table store_region (
  store_id text primary key,
  region text,
  told_at timestamptz not null
);

-- Regions whose stores they serve, beside the stores that are named; none of both for every store.
alter table agent_profile add column regions text[] not null default '{}';

-- Who read whose data, one row per read; written in the reading transaction: no record, no read.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  store_id text,
  what text not null,
  customers uuid[] not null
);

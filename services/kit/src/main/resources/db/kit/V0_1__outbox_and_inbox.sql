-- Facts waiting to be sent. A row lives from the commit of its change to the broker's acknowledgement.
create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  topic text not null,
  type text not null,
  key uuid not null,
  version bigint not null,
  time timestamptz not null,
  payload text not null,
  traceparent text
) with (
  -- A queue: most rows die young. Vacuum early and often, and leave room for none but inserts.
  autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 20000,
  autovacuum_vacuum_insert_scale_factor = 0.2, autovacuum_vacuum_cost_delay = 1
);

-- The newest version of each aggregate that each consumer has applied. It serves both ends: what comes twice and what
-- comes late are equally not newer.
create table inbox (
  consumer text not null,
  key uuid not null,
  version bigint not null,
  primary key (consumer, key)
) with (fillfactor = 80);

-- A contact that is no call: a message that goes out by itself, or a word that waits at the counter. Neither its text nor
-- its address is kept: both are made in the moment of sending.
create table message (
  id uuid primary key,
  cause_id uuid not null,
  customer_id uuid not null,
  sale_id uuid,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  -- Last instant at which what was meant is still worth sending.
  lapses_at timestamptz not null,
  -- By the database's clock, as the lease is.
  lease_until timestamptz,
  -- By the business clock: when the present attempt went to the provider. Without it nobody can have got anything.
  handed_at timestamptz,
  sent_at timestamptz,
  -- Grows at every claim; what a sender that lost its lease found out is written no more.
  epoch bigint not null default 0,
  -- Grows with every change that is told.
  version bigint not null default 1,
  programme_version int not null,
  step smallint not null,
  priority smallint not null check (priority between 0 and 4),
  attempts smallint not null default 0,
  -- Local hours in which it may be sent, in this zone.
  opens time not null,
  closes time not null,
  zone text not null,
  programme text not null,
  template text not null,
  purpose text not null check (purpose in ('reminders', 'marketing')),
  store_id text,
  channel text check (channel in ('sms', 'email', 'wechat', 'in-person')),
  state text not null check (state in
    ('queued', 'waiting', 'sending', 'sent', 'delivered', 'done', 'failed', 'opted-out', 'expired', 'cancelled')),
  -- Why the last attempt came to nothing, or why there will be none.
  reason text,
  -- The provider's own name for it, and the subject of the person who said it at the counter.
  reference text,
  done_by text,
  explained text not null,
  constraint message_once unique (cause_id, programme, step),
  constraint message_sending check ((state = 'sending') = (lease_until is not null))
) with (
  autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 20000,
  autovacuum_analyze_scale_factor = 0.0, autovacuum_analyze_threshold = 20000, autovacuum_vacuum_cost_delay = 1
);

create index message_queue on message (due_at) where state = 'queued';
create index message_closing on message (closes_at) where state = 'queued';
create index message_lapsing on message (lapses_at) where state = 'waiting';
-- One message at a time to one person: caps are judged before the next.
create unique index message_of_customer on message (customer_id) where state = 'sending';
create index message_customer on message (customer_id, sent_at);

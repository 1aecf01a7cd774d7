-- Which calls somebody at a desk may be given. Who has no row may be given every one.
create table agent_profile (
  agent text primary key,
  -- Primary subtags of BCP 47; none for any.
  languages text[] not null,
  -- None for all.
  stores text[] not null,
  changed_by text not null,
  changed_at timestamptz not null
);

-- Who was there when, by what they said; the present period has no end.
create table agent_period (
  agent text not null,
  state text not null check (state in ('available', 'break', 'wrap-up')),
  reason text,
  began_at timestamptz not null,
  ended_at timestamptz,
  constraint agent_period_reason check ((state = 'break') = (reason is not null))
);
create unique index agent_period_open on agent_period (agent) where ended_at is null;
create index agent_period_times on agent_period (began_at);

-- The customer's best language, as a primary subtag; empty while unknown.
alter table known_customer add column language text not null default '';
alter table call add column language text not null default '';

-- The queue for who speaks some languages, and for who serves some stores: each is probed by itself.
create index call_language on call (pharmacist, priority, language, due_at) where state = 'planned';
create index call_store on call (store_id, pharmacist, priority, due_at) where state = 'planned';

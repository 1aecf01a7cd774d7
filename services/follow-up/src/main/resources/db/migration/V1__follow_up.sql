-- Programmes, as published. A published version never changes; each call remembers the one that made it.
create table programme (
  id text primary key,
  key text not null,
  version int not null check (version > 0),
  state text not null check (state in ('published', 'retired')),
  definition text not null check (definition is json object),
  published_at timestamptz not null,
  unique (key, version)
);

-- The newest state of each sale that names a customer, as the sales service told it. Nothing here names a person.
create table known_sale (
  id uuid primary key,
  version bigint not null,
  -- The customer, or the one it was merged into.
  customer_id uuid not null,
  occurred_at timestamptz not null,
  body json not null
);
create index known_sale_customer on known_sale (customer_id, occurred_at);

-- The newest state of each customer: a pseudonym with a clock.
create table known_customer (
  id uuid primary key,
  version bigint not null,
  -- The last survivor, never one that was itself merged.
  merged_into uuid,
  birth_month text,
  zone text not null,
  prefers_from time,
  prefers_to time,
  -- Why no call may be made at all: deceased, erased, do-not-call, consent-withdrawn.
  blocked text
);
create index known_customer_merged on known_customer (merged_into) where merged_into is not null;

-- A call: one contact of one programme's step. It falls due by its due_at passing; nothing is written for that.
create table call (
  id uuid primary key,
  cause_id uuid not null,
  sale_id uuid not null,
  customer_id uuid not null,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  -- Last instant at which what was meant is still worth doing.
  lapses_at timestamptz not null,
  -- By the database's clock, as the lease is.
  lease_until timestamptz,
  -- By the business clock: when the number was given out for the present attempt.
  permitted_at timestamptz,
  -- Grows at every claim and whenever the call is taken from its holder; a write with another epoch is refused.
  epoch bigint not null default 0,
  -- Grows with every change that is told.
  version bigint not null default 1,
  -- The local date that was meant, in this zone, by this version of the rule.
  local_date date not null,
  programme_version int not null,
  seconds int,
  step smallint not null,
  priority smallint not null check (priority between 0 and 4),
  rule smallint not null,
  attempts smallint not null default 0,
  satisfaction smallint check (satisfaction between 1 and 5),
  pharmacist boolean not null,
  state text not null
    check (state in ('planned', 'held', 'done', 'cancelled', 'too-late', 'not-reached', 'supervisor')),
  holder text,
  -- The agent who promised to call back.
  promised_to text,
  programme text not null,
  store_id text not null,
  zone text not null,
  disposition text,
  cancel_reason text,
  complaint_category text,
  -- The subject of the agent who made the last attempt.
  agent text,
  explained text not null,
  reason text not null,
  constraint call_once unique (cause_id, programme, step),
  constraint call_held check ((state = 'held') = (holder is not null and lease_until is not null))
) with (
  -- A queue at heart: rows change state a few times and then rest. Vacuum by number of rows, not by share of the table.
  autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 20000,
  autovacuum_analyze_scale_factor = 0.0, autovacuum_analyze_threshold = 20000, autovacuum_vacuum_cost_delay = 1
);

-- One person holds one call, and one customer is in one held call. Their conditions say the same in different words (see
-- call_held), so that a question about a customer can never be answered by walking through all agents.
create unique index call_of_agent on call (holder) where holder is not null;
create unique index call_of_customer on call (customer_id) where state = 'held';

-- The queue, probed one priority at a time: an index on (priority, due) alone would scan the future of the best priority.
create index call_queue on call (pharmacist, priority, due_at) where state = 'planned';
create index call_promised on call (promised_to, due_at) where state = 'planned' and promised_to is not null;
create index call_closing on call (closes_at) where state = 'planned';
create index call_customer on call (customer_id);
create index call_supervisor on call (id) where state = 'supervisor';

-- What was answered to each request for a permit. The number itself is never kept.
create table permit (
  call_id uuid not null references call,
  epoch bigint not null,
  agent text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  refusal text,
  primary key (call_id, epoch)
);

-- What each attempt found, and what its agent was answered.
create table attempt (
  call_id uuid not null references call,
  epoch bigint not null,
  customer_id uuid not null,
  agent text not null,
  permitted_at timestamptz not null,
  ended_at timestamptz not null,
  disposition text,
  -- The customer was spoken with; caps count these.
  answered boolean not null,
  call_back_at timestamptz,
  satisfaction smallint,
  complaint_category text,
  note_id uuid,
  answer jsonb,
  primary key (call_id, epoch)
);
create index attempt_answered on attempt (customer_id, ended_at) where answered;

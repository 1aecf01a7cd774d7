-- What was answered in calls: codes and numbers, never words.
create table answer (
  call_id uuid not null references call,
  question text not null,
  value jsonb not null,
  -- Which questions these were, and in which version.
  interview text not null,
  version int not null,
  epoch bigint not null,
  agent text not null,
  answered_at timestamptz not null,
  primary key (call_id, question)
);

-- A red flag on the line, until somebody who may advise has dealt with it. Times are by the business clock.
create table transfer (
  id uuid primary key,
  call_id uuid not null references call,
  epoch bigint not null,
  customer_id uuid not null,
  store_id text not null,
  -- The subject of the agent who is on the line.
  agent text not null,
  red_flags text[] not null,
  place_confirmed boolean not null,
  state text not null check (state in ('waiting', 'store', 'supervisor', 'taken', 'ended', 'withdrawn')),
  waiting_since timestamptz not null,
  -- When the store's pharmacist, and then the supervisor, was asked as well.
  store_at timestamptz,
  supervisor_at timestamptz,
  taken_by text,
  taken_at timestamptz,
  ending text,
  ended_at timestamptz,
  constraint transfer_once unique (call_id, epoch)
);
create index transfer_open on transfer (waiting_since) where state in ('waiting', 'store', 'supervisor', 'taken');

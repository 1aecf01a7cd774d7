-- The customer was told that the call cannot go on like this; by the business clock, like all here.
create table warning (
  call_id uuid not null references call,
  epoch bigint not null,
  agent text not null,
  at timestamptz not null,
  primary key (call_id, epoch)
);

-- A conversation that was difficult. Codes alone: words are sealed in the customer's file.
create table incident (
  id uuid primary key,
  call_id uuid not null references call,
  customer_id uuid not null,
  -- The one it happened to.
  agent text not null,
  kinds text[] not null,
  helped text[] not null,
  happened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  constraint incident_once unique (call_id, agent)
);
create index incident_of_customer on incident (customer_id, happened_at);
create index incident_open on incident (id) where closed_at is null;

-- What was written of the debrief, part by part.
create table debrief (
  incident_id uuid not null references incident,
  part text not null check (part in ('happened', 'helped', 'colleague', 'supervisor', 'change')),
  note_id uuid,
  written_by text not null,
  written_at timestamptz not null,
  primary key (incident_id, part)
);

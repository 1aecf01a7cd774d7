-- Suspicions that a medicine did harm. Codes alone: the description in words is sealed in the customer's file.
create table adverse_reaction (
  id uuid primary key,
  version bigint not null,
  state text not null check (state in ('open', 'assessed', 'reported', 'withdrawn')),
  customer_id uuid not null,
  call_id uuid references call,
  store_id text,
  serious boolean not null,
  told jsonb not null,
  note_id uuid,
  recorded_by text not null,
  -- By the business clock: when the house first heard of it, and until when the authority must be told.
  recorded_at timestamptz not null,
  due_at timestamptz not null,
  verdict jsonb,
  escalated_at timestamptz,
  report jsonb
);
create index adverse_reaction_running on adverse_reaction (due_at) where state in ('open', 'assessed') and escalated_at is null;

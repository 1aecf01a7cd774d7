-- What a call carries besides its time: since when it is held back on purpose, in which arm of an experiment its customer is,
-- in whose conversation it was spoken of, and what it has cost so far.
alter table call
  add column not_before timestamptz,
  add column experiment text,
  add column arm text check (arm in ('called', 'held-out')),
  add column conversation_id uuid,
  -- All attempts together, from permit to outcome.
  add column spent_seconds int not null default 0,
  -- In the smallest unit of its currency, at the rate of the day of each attempt.
  add column spent_minor bigint not null default 0,
  add column currency text;

-- Paused: its programme rests. Held out: it is not made, so that others can be compared with it.
alter table call drop constraint call_state_check;
alter table call add constraint call_state_check check (state in
  ('planned', 'paused', 'held', 'done', 'cancelled', 'too-late', 'not-reached', 'supervisor', 'held-out')) not valid;
create index call_paused on call (programme, id) where state = 'paused';

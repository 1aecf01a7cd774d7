-- What happened to a sale besides its own changes: a recall of what it holds, a complaint about it that was resolved.
create table known_event (
  id uuid primary key,
  event text not null,
  sale_id uuid not null,
  at timestamptz not null,
  -- The lines it is about; empty for the whole sale.
  lines int[] not null
);
create index known_event_sale on known_event (sale_id);

-- Calls that such an event caused, by the sale it is about.
create index call_of_event on call (sale_id) where cause_id <> sale_id;

-- The segments of the customer, by the rules of the customer file; separated by commas.
alter table known_customer add column segments text not null default '';

-- By what mark customer-profile finds again the number it gave out for this attempt; the number itself is never kept.
alter table permit add column number_mark text;

-- Customers whom no number reaches: their store is asked for a better one.
create table number_request (
  customer_id uuid not null,
  store_id text not null,
  -- The call that could not be made.
  call_id uuid not null references call,
  asked_at timestamptz not null,
  closed_at timestamptz
);
create unique index number_request_open on number_request (customer_id) where closed_at is null;
create index number_request_of_store on number_request (store_id, asked_at) where closed_at is null;

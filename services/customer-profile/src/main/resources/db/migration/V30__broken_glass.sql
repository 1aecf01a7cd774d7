-- Somebody opened a file beyond their reach, with a reason of their own words (sealed under the customer's key), for a while.
create table broken_glass (
  id uuid primary key,
  customer_id uuid not null references customer,
  person text not null,
  store_id text,
  reason bytea not null,
  at timestamptz not null,
  until timestamptz not null,
  check (at < until)
);
create index broken_glass_customer on broken_glass (customer_id, person, until);

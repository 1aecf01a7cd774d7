-- Kept, and not worked with: no calls, no messages.
alter table customer add column restricted boolean not null default false;

-- What was asked of us and done. It says of a person only that they are forgotten.
create table erasure (
  customer_id uuid primary key references customer,
  at timestamptz not null,
  asked_by text not null
);

-- A suspected adverse reaction has to stay provable: what medicines somebody took may not be forgotten meanwhile.
create table legal_hold (
  id uuid primary key,
  customer_id uuid not null,
  since timestamptz not null,
  released_at timestamptz
);
create index legal_hold_customer on legal_hold (customer_id);

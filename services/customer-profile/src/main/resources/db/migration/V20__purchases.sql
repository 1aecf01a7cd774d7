-- What the other services told of customers. Rows keep the customer that was told: a merge is followed when they are
-- read, so that undoing one needs nothing here. There is no foreign key, because a sale may come before its customer.
create table purchase (
  sale_id uuid primary key,
  customer_id uuid not null,
  store_id text not null,
  sold_at timestamptz not null,
  -- By the store's calendar.
  sold_on date not null,
  voided boolean not null,
  -- Price of what was kept; absent where the sale told none.
  total numeric,
  currency text,
  check ((total is null) = (currency is null))
);
create index purchase_customer on purchase (customer_id, sold_at desc);

-- The lines of sales that were not voided, as far as they did not come back.
create table dispensing (
  sale_id uuid not null references purchase on delete cascade,
  line int not null,
  customer_id uuid not null,
  sold_on date not null,
  system text not null,
  code text not null,
  name text,
  atc text,
  form text,
  long_term boolean not null,
  quantity int not null check (quantity > 0),
  returned int not null check (returned >= 0),
  -- Of the whole line, as sold.
  days_supply int check (days_supply > 0),
  primary key (sale_id, line)
);
create index dispensing_customer on dispensing (customer_id, sold_on);

create table known_complaint (
  id uuid primary key,
  customer_id uuid not null,
  store_id text not null,
  category text not null,
  status text not null,
  opened_at timestamptz not null
);
create index known_complaint_customer on known_complaint (customer_id, opened_at desc);

-- Who stands for whom is asked from both ends.
create index if not exists customer_merged_into on customer (merged_into) where merged_into is not null;

-- Which segments the customer is in, as the customer's events tell it; and how many versions told of nothing else.
alter table customer add column segments text[];
alter table customer add column retold int not null default 0;

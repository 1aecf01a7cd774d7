create table store (
  id text primary key,
  name text not null,
  zone text not null,
  country char(2) not null,
  region text,
  currency char(3) not null,
  phone text,
  changed_at timestamptz not null
);

create table product (
  system text not null,
  code text not null,
  name text not null,
  strength text,
  form text,
  atc text,
  prescription boolean not null,
  days_supply integer,
  high_alert boolean not null,
  special_form boolean not null,
  long_term boolean not null,
  changed_at timestamptz not null,
  primary key (system, code)
);
create index product_changed on product (changed_at);

-- A sale as it stands. What is searched by stands in columns; the rest is the sale itself, as JSON that is kept as it was
-- written: nobody searches in it, and to take it apart into jsonb costs as much as all the rest of the insert.
create table sale (
  id uuid primary key,
  store_id text not null,
  client_sale_id text not null,
  customer_id uuid,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  status text not null,
  version bigint not null,
  state json not null,
  unique (store_id, client_sale_id)
);
create index sale_of_store on sale (store_id, occurred_at desc, id desc);
create index sale_of_customer on sale (customer_id, occurred_at desc) where customer_id is not null;

-- Which sale was a customer's first: the very first (what = ''), or the first of an ATC class (what = 'C09A').
create table first_dispensing (
  customer_id uuid not null,
  what text not null,
  sale_id uuid not null,
  primary key (customer_id, what)
);

-- What happened with a customer, whoever told it; pseudonymous words only. As with purchases, rows keep the customer that
-- was told.
create table timeline_entry (
  id uuid primary key,
  -- Of what it is the entry of: one older than what was applied changes nothing.
  version bigint not null,
  kind text not null check (kind in ('SALE', 'CONTACT', 'OUTCOME', 'COMPLAINT', 'ANSWER', 'CONSENT')),
  source_id uuid not null,
  customer_id uuid not null,
  at timestamptz not null,
  store_id text,
  state text not null,
  -- A JSON object of words.
  detail text not null
);
create index timeline_entry_place on timeline_entry (customer_id, at desc, id desc);

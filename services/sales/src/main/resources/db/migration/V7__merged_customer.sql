-- Customers that were found to be one person: who is asked for by an old id is found by the one that took it over.
create table merged_customer (
  id uuid primary key,
  survivor uuid not null
);
create index merged_customer_survivor on merged_customer (survivor);

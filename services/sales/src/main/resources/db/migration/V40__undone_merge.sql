-- A merge may be undone. Into whom each was merged itself, whoever stands for it now:
alter table merged_customer add column into_customer uuid;
-- What either had of their own before a merge; given back when it is undone, forgotten with it.
create table kept_first (
  merged uuid not null,
  customer_id uuid not null,
  what text not null,
  sale_id uuid not null,
  primary key (merged, customer_id, what)
);
create table kept_usual (
  merged uuid not null,
  customer_id uuid not null,
  substance char(7) not null,
  brand text not null,
  sale_id uuid not null,
  dispensed_on date not null,
  lasts_until date,
  primary key (merged, customer_id, substance)
);

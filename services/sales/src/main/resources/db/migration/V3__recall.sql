-- Which sales hold packs of which batch: one row per line that names its batch. Batches are kept in capitals; the code is
-- the one it was sold by.
create table sale_batch (
  batch text not null,
  system text not null,
  code text not null,
  sale_id uuid not null,
  line integer not null,
  quantity integer not null,
  primary key (batch, system, code, sale_id, line)
);

-- A batch of a product that must come back. The product is named by its own code, under whichever code it was sold.
create table recall (
  id uuid primary key,
  system text not null,
  code text not null,
  product_name text,
  batch text not null,
  reason text not null,
  recalled_at timestamptz not null,
  recalled_by text not null,
  unique (batch, system, code)
);
create index recall_by_time on recall (recalled_at desc, id desc);

-- The sales that a recall concerns. Id is the key of the event that tells of it; lines are those with the batch.
create table recalled_sale (
  recall_id uuid not null references recall,
  sale_id uuid not null,
  id uuid not null unique,
  occurred_at timestamptz not null,
  lines integer[] not null,
  quantity integer not null,
  found_at timestamptz not null,
  primary key (recall_id, sale_id)
);
create index recalled_sale_by_time on recalled_sale (recall_id, occurred_at desc, sale_id desc);

-- Two files that were found to be one person's. What the survivor took over is kept sealed under its key, so that it can be
-- given back.
create table merge (
  id uuid primary key,
  -- The survivor.
  customer_id uuid not null references customer,
  merged_id uuid not null references customer check (merged_id <> customer_id),
  merged_at timestamptz not null,
  merged_by text not null,
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  -- Nothing once it is undone.
  takeover bytea,
  check ((undone_at is null) = (undone_by is null))
);
-- Whoever was merged is merged into one.
create unique index merge_standing on merge (merged_id) where undone_at is null;
create index merge_survivor on merge (customer_id) where undone_at is null;

-- Two who look alike and are not one.
create table not_duplicate (
  customer_id uuid not null references customer,
  other_id uuid not null references customer,
  said_at timestamptz not null,
  said_by text not null,
  primary key (customer_id, other_id),
  check (customer_id < other_id)
);
create index not_duplicate_other on not_duplicate (other_id);

-- Who was born in one month and is known to one store may be one person.
create index customer_birth on customer (birth_month, store_id, id) where status = 'ACTIVE';

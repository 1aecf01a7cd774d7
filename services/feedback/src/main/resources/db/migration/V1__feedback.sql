-- One answer to the satisfaction question; the call it was given in is what makes it unique.
create table answer (
  id uuid primary key,
  kind text not null,
  customer_id uuid not null,
  call_id uuid not null unique,
  store_id text not null,
  programme text not null,
  score integer not null,
  answered_at timestamptz not null,
  -- An answer outside its scale would bend every average.
  constraint score_within_kind check (kind = 'csat' and score between 1 and 5)
);
create index answer_newest on answer (answered_at desc, id desc);
create index answer_of_store on answer (store_id, answered_at desc, id desc);

-- A complaint as it stands.
create table complaint (
  id uuid primary key,
  version bigint not null,
  status text not null,
  customer_id uuid not null,
  call_id uuid not null unique,
  sale_id uuid not null,
  store_id text not null,
  category text not null,
  opened_at timestamptz not null
);
create index complaint_newest on complaint (opened_at desc, id desc);
create index complaint_of_store on complaint (store_id, opened_at desc, id desc);

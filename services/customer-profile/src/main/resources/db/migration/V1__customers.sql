-- The customer file. What names a person is sealed under the customer's own key (bytea); what stands in the clear is what
-- rules need and nobody can be told by. Whoever forgets data_key has erased the rest.
create table customer (
  id uuid primary key,
  version bigint not null,
  status text not null check (status in ('ACTIVE', 'MERGED', 'ERASED', 'DECEASED')),
  merged_into uuid references customer,
  store_id text,
  country text not null,
  languages text[] not null,
  zone text not null,
  window_from time,
  window_to time,
  birth_month date check (extract(day from birth_month) = 1),
  do_not_call boolean not null,
  do_not_call_at timestamptz,
  do_not_call_in uuid,
  data_key bytea,
  person bytea,
  registration bytea,
  registered_at timestamptz not null,
  registered_by text not null,
  check ((window_from is null) = (window_to is null) and window_from < window_to),
  check (status = 'ERASED' or (data_key is not null and person is not null and registration is not null))
);

create table phone (
  id uuid primary key,
  customer_id uuid not null references customer,
  rank int not null,
  type text not null check (type in ('MOBILE', 'HOME', 'WORK', 'OTHER')),
  number bytea not null,
  number_mark bytea not null check (length(number_mark) = 32),
  wrong boolean not null
);
create index phone_customer on phone (customer_id);
create index phone_mark on phone (number_mark);

create table caregiver (
  id uuid primary key,
  customer_id uuid not null references customer,
  rank int not null,
  disclosure text not null check (disclosure in ('NOTHING', 'CARE_CALLS', 'EVERYTHING')),
  details bytea not null,
  phone_mark bytea not null check (length(phone_mark) = 32),
  phone_wrong boolean not null
);
create index caregiver_customer on caregiver (customer_id);
create index caregiver_mark on caregiver (phone_mark);

-- Every answer ever given; the latest one to a question stands.
create table consent (
  id uuid primary key,
  customer_id uuid not null references customer,
  number int not null,
  purpose text not null check (purpose in ('CARE_CALLS', 'REMINDERS', 'MARKETING', 'RESEARCH', 'SHARING')),
  channel text not null check (channel in ('CALL', 'SMS', 'EMAIL', 'WECHAT', 'POST')),
  state text not null check (state in ('GIVEN', 'DECLINED', 'WITHDRAWN')),
  wording text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (customer_id, number)
);

-- Customers of one store that another has met, and until when it may see them.
create table acquaintance (
  customer_id uuid not null references customer,
  store_id text not null,
  until timestamptz not null,
  primary key (customer_id, store_id)
);

create table note (
  id uuid primary key,
  customer_id uuid not null references customer,
  call_id uuid not null,
  author text not null,
  written_at timestamptz not null,
  text bytea not null,
  mark bytea not null unique check (length(mark) = 32)
);
create index note_customer on note (customer_id, written_at);

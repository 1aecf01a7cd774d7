-- What is offered to single customers because of who they are. Nothing here names anybody: words are kept by whoever sends
-- them and named by a key.
create table adviser (
  customer_id uuid primary key references customer,
  -- The subject of a member of staff.
  subject text not null,
  named_at timestamptz not null,
  named_by text not null
);

create table delivery_wish (
  customer_id uuid primary key references customer,
  wish text not null check (wish in ('HOME', 'PICK_UP', 'LOCKER')),
  noted_at timestamptz not null,
  noted_by text not null
);

-- Who is offered what in which season, or on their birthday.
create table campaign (
  id uuid primary key,
  kind text not null check (kind in ('BIRTHDAY', 'SEASONAL', 'DELIVERY')),
  message_key text not null,
  store_id text,
  age_from int check (age_from >= 0),
  age_below int check (age_below > 0),
  -- The name of one; whoever is in it on the day.
  segment text,
  channel text check (channel in ('CALL', 'SMS', 'EMAIL', 'WECHAT', 'POST')),
  starts_on date not null,
  -- The last day.
  ends_on date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  stopped_at timestamptz,
  check (starts_on <= ends_on and (age_from is null or age_below is null or age_from < age_below))
);
-- How far each zone has been looked through; a zone has its own date.
create table campaign_day (
  campaign_id uuid not null references campaign,
  zone text not null,
  swept_on date not null,
  primary key (campaign_id, zone)
);

-- A talk, or a meeting of a group.
create table gathering (
  id uuid primary key,
  kind text not null check (kind in ('TALK', 'GROUP')),
  message_key text not null,
  store_id text not null,
  place text not null,
  starts_at timestamptz not null,
  capacity int not null check (capacity > 0),
  -- Seats given to who accepted or came. Kept here, because a store sees its own customers' offers only.
  taken int not null default 0 check (taken between 0 and capacity),
  announced_at timestamptz not null,
  announced_by text not null,
  cancelled_at timestamptz
);
create index gathering_start on gathering (starts_at, id);

create table care_offer (
  id uuid primary key,
  version bigint not null,
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'ATTENDED', 'WITHDRAWN')),
  kind text not null check (kind in ('BIRTHDAY', 'SEASONAL', 'TALK', 'GROUP', 'ADVISER', 'DELIVERY')),
  customer_id uuid not null references customer,
  -- What makes a second offer the same one: a year, a campaign's year, a gathering, an adviser.
  occasion text not null,
  campaign_id uuid references campaign,
  gathering_id uuid references gathering,
  store_id text,
  message_key text not null,
  on_date date not null,
  channel text check (channel in ('CALL', 'SMS', 'EMAIL', 'WECHAT', 'POST')),
  starts_at timestamptz,
  expires_on date,
  changed_at timestamptz not null,
  unique (customer_id, kind, occasion)
);
create index care_offer_gathering on care_offer (gathering_id, state) where gathering_id is not null;
create index care_offer_campaign on care_offer (campaign_id, id) where campaign_id is not null and state = 'OFFERED';
create index customer_of_zone on customer (zone, id) where status = 'ACTIVE';

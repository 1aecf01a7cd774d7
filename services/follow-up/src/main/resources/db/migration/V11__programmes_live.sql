-- A programme is drafted, published, and one day retired. A draft can be changed; its revision says which one somebody saw.
alter table programme drop constraint programme_state_check;
alter table programme add constraint programme_state_check check (state in ('draft', 'published', 'retired'));
alter table programme alter column published_at drop not null;
alter table programme add column revision int not null default 1;
alter table programme add column retired_at timestamptz;
create unique index programme_one_draft on programme (key) where state = 'draft';

-- Programmes that rest for a while.
create table programme_pause (
  key text primary key,
  paused_at timestamptz not null,
  who text not null
);

-- Who did what to a programme, for good.
create table programme_action (
  id uuid primary key,
  key text not null,
  version int,
  action text not null,
  who text not null,
  at timestamptz not null
);
create index programme_action_of on programme_action (key, at);

-- Grows with every change of the above, so that other instances see that there is one.
create table programme_shelf (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into programme_shelf (version) values (1);

-- A month of sales is found without an index to keep up with every sale.
create index known_sale_time on known_sale using brin (occurred_at) with (autosummarize = on);

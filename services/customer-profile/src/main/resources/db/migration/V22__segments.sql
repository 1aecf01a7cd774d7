-- What rules of segments ask about a customer: one narrow row, reckoned from the other tables and pseudonymous.
create table customer_facts (
  customer_id uuid primary key,
  -- A dense number: the customer's place in what is counted in memory.
  slot int generated always as identity unique,
  active boolean not null,
  -- Who it stood for when it was reckoned: an undone merge is reckoned on both sides.
  merged_into uuid,
  birth_month date,
  store_id text,
  languages text not null,
  consents text not null,
  visits int not null,
  visits_in_year int not null,
  last_visit date,
  return_days int,
  spend_in_year numeric not null,
  currency text,
  pdc int,
  long_term_on date,
  -- ATC codes with the day of the last purchase.
  medicines text not null,
  -- First day on which time alone may change something; absent when it never will.
  due_on date,
  -- Readers ask for what transactions since theirs have written: a number handed out before commit would be missed.
  changed_in xid8 not null
);
create index customer_facts_due on customer_facts (due_on) where due_on is not null;
create index customer_facts_changed on customer_facts (changed_in);

create table segment (
  name text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version int not null check (version > 0),
  title text not null,
  rule text not null,
  drafted_by text not null,
  drafted_at timestamptz not null,
  published_by text,
  published_at timestamptz,
  primary key (name, version),
  check ((published_by is null) = (published_at is null))
);
-- One draft at a time; what is published is never changed.
create unique index segment_draft on segment (name) where published_at is null;

insert into segment (name, version, title, rule, drafted_by, drafted_at, published_by, published_at)
select name, 1, title, rule, 'shipped', '2026-01-01T00:00:00Z', 'shipped', '2026-01-01T00:00:00Z'
from (values
  ('elderly', 'Elderly', '{"all":[{"fact":"age","from":66}]}'),
  ('child', 'Child', '{"all":[{"fact":"age","below":12}]}'),
  ('young', 'Young adult', '{"all":[{"fact":"age","from":18,"below":31}]}'),
  ('chronic', 'Takes a medicine for long', '{"all":[{"fact":"long-term-medicine","withinDays":180}]}'),
  ('vip', 'Comes often and spends much',
    '{"all":[{"fact":"visits-in-year","from":12},{"fact":"spend-in-year","from":1000}]}'),
  ('at-risk-of-leaving', 'Came more than once, and not for 90 days',
    '{"all":[{"fact":"visits","from":2},{"fact":"last-visit","moreThanDaysAgo":90},{"fact":"last-visit","withinDays":365}]}'),
  ('regular', 'Came back within 90 days', '{"all":[{"fact":"return","withinDays":90}]}'),
  ('first-time', 'Came once, within 90 days',
    '{"all":[{"fact":"visits","from":1,"below":2},{"fact":"last-visit","withinDays":90}]}')
) as shipped (name, title, rule);

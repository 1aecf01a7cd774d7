-- How a customer likes to be reached, how long a number or a caregiver holds, what is known of their health, and what proves
-- an answer. In the clear stands what rules need; what names, describes or finds a person is sealed, or a keyed mark.
alter table customer
  add column preferred_channel text check (preferred_channel in ('CALL', 'SMS', 'EMAIL', 'WECHAT', 'POST')),
  add column loyalty_tier text,
  add column email_mark bytea check (length(email_mark) = 32),
  add column health bytea,
  add column take_care bytea;
create index customer_email on customer (email_mark) where email_mark is not null;

alter table phone
  add column valid_from date,
  add column valid_to date,
  add check (valid_from <= valid_to);

-- turns_on is the next day on which a caregiver begins or ceases to be one: the house is told then.
alter table caregiver
  add column valid_from date,
  add column valid_to date,
  add column turns_on date,
  add check (valid_from <= valid_to);
create index caregiver_turns on caregiver (turns_on) where turns_on is not null;

alter table consent
  add column source text check (source in ('COUNTER', 'CALL', 'WEB', 'PAPER', 'MESSAGE', 'IMPORT')),
  add column proof bytea;

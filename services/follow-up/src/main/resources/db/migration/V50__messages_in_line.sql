-- In which arm of an experiment the customer of a message is; held out: it is not sent, so that others can be compared with it.
alter table message
  add column experiment text,
  add column arm text check (arm in ('called', 'held-out')),
  -- Whom the cause named, whoever stands for them now: a merge may be undone.
  add column named_customer uuid;
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in
  ('queued', 'waiting', 'sending', 'sent', 'delivered', 'done', 'failed', 'opted-out', 'expired', 'cancelled', 'held-out'))
  not valid;

-- Into whom a customer was merged itself, whoever stands for it now: a merge may be undone.
alter table known_customer add column into_customer uuid;

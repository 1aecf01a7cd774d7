-- When what was complained about was put right.
alter table complaint add column resolved_at timestamptz;

-- By which rules everything that waits was planned last: zone data, lawful hours, working days and holidays of the release in
-- force, and what moved when they changed.
create table planned_by (
  one boolean primary key default true check (one),
  rules text not null,
  planned_at timestamptz not null,
  moved jsonb
);

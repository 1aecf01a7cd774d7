-- Experiments: a share of customers is not called, so that what calls bring can be measured. None runs before it is approved.
create table experiment (
  name text primary key,
  share_percent int not null check (share_percent between 1 and 50),
  approved_by text not null,
  approved_at timestamptz not null,
  ended_by text,
  ended_at timestamptz
);

create table thing (
  key uuid primary key,
  version bigint not null,
  note text not null check (note <> 'impossible'),
  applied integer not null default 1
);

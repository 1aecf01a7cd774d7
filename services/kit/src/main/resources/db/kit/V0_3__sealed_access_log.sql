-- Sealed behind the readers: each record gets its place in a chain, and a seal over itself and the seal before it. Changing,
-- deleting or slipping in a record breaks the chain there.
alter table access_log
  add column reason text not null default 'care',
  add column place bigint unique,
  add column seal bytea check (length(seal) = 32),
  add constraint sealed_whole check ((place is null) = (seal is null));
create index access_log_unsealed on access_log (id) where place is null;

-- Where the chain ends; the last record cannot be taken away unseen either.
create table access_log_end (
  only_row boolean primary key default true check (only_row),
  place bigint not null,
  seal bytea not null
);
insert into access_log_end (place, seal) values (0, decode(repeat('00', 32), 'hex'));

-- Whose data the sealed records tell of, so that a person can be told who read theirs.
create table access_log_of (
  person uuid not null,
  place bigint not null,
  primary key (person, place)
);

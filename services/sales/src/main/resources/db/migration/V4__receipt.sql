-- Links under which a receipt can be opened for a while. Of the link's token only the SHA-256 is known here: whoever reads
-- this table can open no receipt.
create table receipt_link (
  token_hash bytea primary key,
  sale_id uuid not null,
  language text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index receipt_link_expiry on receipt_link (expires_at);

-- What a store promised to do for a customer beyond the sale. The history is kept as it was written; nobody searches in it.
create table service_request (
  id uuid primary key,
  version bigint not null,
  kind text not null,
  state text not null,
  store_id text not null,
  sale_id uuid,
  customer_id uuid,
  promised_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by text not null,
  history json not null,
  -- The store's own number for it, and what was asked under it: the same again is the same request.
  client_request_id text,
  asked json not null,
  unique (store_id, client_request_id)
);
create index service_request_of_store on service_request (store_id, promised_at, id);
create index service_request_by_promise on service_request (promised_at, id);
create index service_request_of_sale on service_request (sale_id) where sale_id is not null;

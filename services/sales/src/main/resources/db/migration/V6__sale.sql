-- Which brand of a medicine taken for long a customer had last, and until when it lasts. One row per customer and
-- substance (ATC, seven characters), rewritten at every dispensing: room on the page keeps that cheap.
create table usual_medicine (
  customer_id uuid not null,
  substance char(7) not null,
  brand text not null,
  sale_id uuid not null,
  dispensed_on date not null,
  lasts_until date,
  primary key (customer_id, substance)
) with (fillfactor = 80);

-- What a store sent and was refused, for the store to mend: never the content, only its number and the reason.
create table refused_sale (
  store_id text not null,
  client_sale_id text not null,
  refused_at timestamptz not null,
  problem json not null,
  primary key (store_id, client_sale_id)
);
create index refused_sale_of_store on refused_sale (store_id, refused_at);

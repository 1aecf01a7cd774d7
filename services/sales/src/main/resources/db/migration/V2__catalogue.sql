-- A product as it stands is one JSON document, like a sale: it is looked up in memory, never searched by SQL.
-- GTINs are kept as 14 digits.
update product set code = lpad(code, 14, '0')
where system = 'gtin' and code ~ '^([0-9]{8}|[0-9]{12,13})$'
  and not exists (select from product other where other.system = 'gtin' and other.code = lpad(product.code, 14, '0'));

alter table product add column version integer not null default 1, add column state json;
update product set state = json_strip_nulls(json_build_object(
  'system', system, 'code', code, 'name', name, 'strength', strength, 'form', form, 'atc', atc,
  'prescription', prescription, 'daysSupply', days_supply, 'highAlert', high_alert,
  'specialForm', special_form, 'longTerm', long_term));
alter table product
  alter column state set not null, alter column version drop default,
  drop column name, drop column strength, drop column form, drop column atc, drop column prescription,
  drop column days_supply, drop column high_alert, drop column special_form, drop column long_term;

-- Every code under which a product is found, its own among them: no code belongs to two products.
create table product_code (
  system text not null,
  code text not null,
  product_system text not null,
  product_code text not null,
  primary key (system, code)
);
create index product_code_of_product on product_code (product_system, product_code);
insert into product_code select system, code, system, code from product;

-- What a product was after each change, and who changed it.
create table product_version (
  system text not null,
  code text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  product json not null,
  primary key (system, code, version)
);
insert into product_version select system, code, version, changed_at, 'before versions were kept', state from product;

-- Sold without being catalogued. Counted in memory and added here every few seconds: what a crash loses, it loses.
create table uncatalogued_product (
  system text not null,
  code text not null,
  name text not null,
  sales bigint not null,
  last_sold_at timestamptz not null,
  primary key (system, code)
);
create index uncatalogued_by_sales on uncatalogued_product (sales desc);

-- A store as it stands is one JSON document too.
alter table store add column state json;
update store set state = json_strip_nulls(json_build_object(
  'id', id, 'name', name, 'zone', zone, 'country', country, 'region', region, 'currency', currency, 'phone', phone));
alter table store
  alter column state set not null,
  drop column name, drop column zone, drop column country, drop column region, drop column currency, drop column phone;

-- What was refused and bears no number that could be read, such as a torn line of a stream: its place from 1. In
-- client_sale_id stands then a name made of the place and a digest of the content, which no number can be.
alter table refused_sale add column line bigint;

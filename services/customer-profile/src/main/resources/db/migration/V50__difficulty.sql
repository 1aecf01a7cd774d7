-- A conversation with the customer that was difficult: what made it so, and what helped; sealed, and gone with the customer.
alter table customer add column difficulty bytea;

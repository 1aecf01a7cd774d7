-- A re-plan walks through the messages of sales that wait, batch by batch, in the order of their ids.
create index message_open on message (id) where state in ('queued', 'waiting') and sale_id is not null;

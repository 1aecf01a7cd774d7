-- Only a caregiver's number will do: the customer is a child.
alter table number_request add column for_caregiver boolean not null default false;

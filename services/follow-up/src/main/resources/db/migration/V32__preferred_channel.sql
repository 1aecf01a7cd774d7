-- By which way a customer likes best to hear from the chain; absent where they did not say.
alter table known_customer add column preferred_channel text;

-- What else the agent was given to speak of with the customer when the number was given out.
alter table permit add column topics uuid[] not null default '{}';

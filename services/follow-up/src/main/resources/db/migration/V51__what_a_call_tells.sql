-- What else a call tells: the coded answers given in it so far, by question, as table answer has them; kept with the call so that
-- whoever tells of it, tells of them too.
alter table call add column answers jsonb;
-- The language that the step of its programme is held in; absent where the customer's own counts.
alter table call add column step_language text;

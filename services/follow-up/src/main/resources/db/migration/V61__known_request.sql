-- A service that a store promised: what a message about it says, as it stands when the message goes. Whose it is stands
-- with the message.
create table known_request (
  id uuid primary key,
  kind text not null,
  promised_at timestamptz not null
);

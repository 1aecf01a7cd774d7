-- An offer that goes (its customer is forgotten, or it doubles another after a merge) gives its seat back. Here, because whoever
-- deletes goes by the tables and knows of no gathering. Whoever came keeps theirs: it tells how full the room was.
create function give_seat_back() returns trigger language plpgsql as $seat$
begin
  update gathering set taken = taken - 1 where id = old.gathering_id;
  return null;
end
$seat$;
create trigger seat_given_back after delete on care_offer
  for each row when (old.gathering_id is not null and old.state = 'ACCEPTED') execute function give_seat_back();

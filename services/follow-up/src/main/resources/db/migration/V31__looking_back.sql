-- For those who look back over weeks: both tables grow by time, so that a few pages say where a day begins and ends, and
-- nothing is added to what writing costs.
create index attempt_by_day on attempt using brin (ended_at) with (pages_per_range = 16, autosummarize = on);
create index known_sale_by_day on known_sale using brin (occurred_at) with (pages_per_range = 16, autosummarize = on);

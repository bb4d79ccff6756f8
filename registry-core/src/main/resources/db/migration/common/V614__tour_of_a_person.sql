-- When somebody saw the tour of the screens to its end or put it away; none: it is still to be offered.
alter table person add column tour_seen_at timestamp(6) with time zone;

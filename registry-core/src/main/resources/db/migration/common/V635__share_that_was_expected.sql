-- What share of the customers that the version was tested on it would have listed; absent where that was not evaluated.
alter table risk_list add column expected_share double precision;

-- Series begin anew each year and the usual pattern prints no year, so that a number comes again in the next one. Within
-- a series each number stays unique; that two units of one year never share one, the pattern sees to (numbering/rules).
alter table numbers drop constraint numbers_number_key;
create unique index numbers_once on numbers (series_id, number);

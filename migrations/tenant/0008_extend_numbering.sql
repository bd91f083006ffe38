-- Numbers of letters: patterns by type and unit, series that restart monthly, numbers reserved ahead of their letter, and
-- letters that bear an earlier date. Every sequence of a series has its row, used, reserved or cancelled.

-- First, as everybody who numbers or registers does: the letter, then its series or book.
alter table letters add column agenda_unit_id uuid references units;

-- The most specific pattern counts: of type and unit, of the type, of the unit, then settings.number_pattern.
create table number_patterns (
  id uuid primary key,
  type text references letter_types,
  unit_id uuid references units,
  pattern text not null check (length(pattern) between 1 and 120),
  -- `shared`: drawn from the one series of the unit; `own`: from a series of this type.
  series text not null default 'shared' check (series in ('shared', 'own')),
  reset text not null default 'yearly' check (reset in ('yearly', 'monthly')),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (type, unit_id),
  check (series = 'shared' or type is not null),
  -- One shared series has one rhythm: it is the year's.
  check (series = 'own' or reset = 'yearly'),
  check (type is not null or unit_id is not null)
);

alter table number_series add column month integer not null default 0 check (month between 0 and 12);
alter table number_series drop constraint number_series_unit_id_type_year_key;
alter table number_series add constraint number_series_once unique (unit_id, type, year, month);

-- `sub` is 0 but for letters that bear an earlier date: 12.1 stands between 12 and 13.
alter table numbers add column sub integer not null default 0 check (sub >= 0);
alter table numbers add column unit_id uuid references units;
alter table numbers add column year integer;
alter table numbers add column dated date;
alter table numbers add column classification text;
-- Numbers that were there before get these in 0014, while the office works; from then on none is null.
alter table numbers alter column letter_id drop not null;
alter table numbers drop constraint numbers_pkey;
alter table numbers add primary key (series_id, seq, sub);

-- Numbers taken on a day for letters that are finished later and will bear that day's date.
create table number_reservations (
  id uuid primary key,
  series_id uuid not null,
  seq integer not null,
  sub integer not null default 0,
  type text not null references letter_types,
  secrecy text not null check (secrecy in ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
  reason text not null check (length(reason) between 3 and 500),
  reserved_by uuid not null references people,
  created_at timestamptz not null default now(),
  foreign key (series_id, seq, sub) references numbers (series_id, seq, sub),
  unique (series_id, seq, sub)
);

-- What a registrar decided about the number of a letter that has none yet: a reserved one, or an earlier date.
create table number_choices (
  letter_id uuid primary key references letters on delete cascade,
  reservation_id uuid unique references number_reservations,
  dated date,
  reason text not null check (length(reason) between 3 and 500),
  decided_by uuid not null references people,
  decided_at timestamptz not null default now(),
  check (num_nonnulls(reservation_id, dated) = 1)
);

-- The agenda book of what comes in: one for the whole regency, or one for each organisation in it.
alter table settings add column agenda_scope text not null default 'regency' check (agenda_scope in ('regency', 'unit'));
alter table agenda_books add column unit_id uuid references units;
alter table agenda_books drop constraint agenda_books_pkey;
alter table agenda_books add constraint agenda_books_once unique nulls not distinct (year, unit_id);

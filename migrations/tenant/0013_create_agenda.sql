-- The agenda: meetings, who is invited and who came, and calendars that follow a person elsewhere.

create table meetings (
  id uuid primary key,
  -- The invitation that it follows from. One of ours is seen by those invited once it is signed.
  letter_id uuid references letters,
  title text not null check (length(title) between 1 and 300),
  place text not null default '' check (length(place) <= 300),
  link text check (link ~ '^https://' and length(link) <= 500),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  secrecy text not null default 'biasa' check (secrecy in ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
  organizer_position_id uuid not null references positions,
  created_by uuid not null references people,
  state text not null default 'planned' check (state in ('planned', 'cancelled')),
  cancel_reason text check (length(cancel_reason) between 3 and 500),
  -- Counts changes that calendars must hear of (SEQUENCE, RFC 5545 3.8.7.4).
  version integer not null default 1 check (version > 0),
  check_in_code text not null unique,
  minutes_letter_id uuid references letters,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index meetings_start on meetings (starts_at);
create index meetings_organizer on meetings (organizer_position_id, starts_at);
create index meetings_letter on meetings (letter_id) where letter_id is not null;

-- A post of this office, or a guest by name. `attended_by` is who came for the post.
create table meeting_participants (
  id uuid primary key,
  meeting_id uuid not null references meetings on delete cascade,
  position_id uuid references positions,
  name text check (length(name) between 2 and 200),
  institution text check (length(institution) <= 200),
  response text not null default 'none' check (response in ('none', 'attending', 'declined', 'represented')),
  represented_by uuid references people,
  response_note text check (length(response_note) <= 500),
  responded_at timestamptz,
  attended_at timestamptz,
  attended_by uuid references people,
  check (num_nonnulls(position_id, name) = 1),
  check ((response = 'represented') = (represented_by is not null)),
  check ((response = 'none') = (responded_at is null)),
  check (attended_by is null or (attended_at is not null and position_id is not null))
);
create unique index meeting_participants_once on meeting_participants (meeting_id, position_id) where position_id is not null;
create unique index meeting_guests_once on meeting_participants (meeting_id, lower(name), lower(coalesce(institution, '')))
  where name is not null;
create index meeting_participants_position on meeting_participants (position_id, meeting_id) where position_id is not null;

-- The secret address under which a calendar elsewhere fetches a person's meetings; only its hash is kept.
create table calendar_feeds (
  person_id uuid primary key references people on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now()
);

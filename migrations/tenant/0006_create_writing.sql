-- Writing together: co-authors, the steps of an edit, who is here, comments and suggestions, attachments, images.

-- Counts changes of the body alone; a step below takes the body from one number to the next. A jump without a step is a
-- body that was replaced as a whole (PATCH), which the writers' pages take in as one change.
alter table letters add column body_version integer not null default 1;

-- Rows that were there are looked at in 0014, without the lock that this takes.
alter table letter_participants drop constraint letter_participants_reason_check;
alter table letter_participants add constraint letter_participants_reason_check check (reason in
  ('drafter', 'author', 'approver', 'signer', 'addressee', 'copy', 'registrar', 'routed', 'disposition')) not valid;

-- Needed only for pages that are behind; emptied when the letter is submitted.
create table letter_body_steps (
  letter_id uuid not null references letters on delete cascade,
  -- The body's version after this step.
  version integer not null check (version > 1),
  step jsonb not null,
  -- One open page; tells a page its own steps.
  client_id text not null check (length(client_id) between 1 and 60),
  author_id uuid not null references people,
  created_at timestamptz not null default now(),
  primary key (letter_id, version)
);

-- Open pages and their carets. Worth nothing after a minute, hence unlogged: gone after a crash, never in a backup.
create unlogged table letter_presence (
  letter_id uuid not null,
  client_id text not null check (length(client_id) between 1 and 60),
  person_id uuid not null,
  anchor integer,
  head integer,
  body_version integer not null,
  seen_at timestamptz not null default now(),
  primary key (letter_id, client_id)
);

create table letter_comments (
  id uuid primary key,
  letter_id uuid not null references letters on delete cascade,
  -- The comment that this one answers.
  parent_id uuid references letter_comments on delete cascade,
  author_id uuid not null references people,
  text text not null check (length(text) <= 4000),
  -- Places in the body at `body_version`, counted as ProseMirror does; null for replies and for the letter as a whole.
  anchor_from integer,
  anchor_to integer,
  -- The words meant, as they were.
  quote text check (length(quote) <= 2000),
  body_version integer,
  -- What a suggestion would put in place of the quote; empty takes the words out.
  replacement text check (length(replacement) <= 4000),
  state text not null default 'open' check (state in ('open', 'resolved', 'accepted', 'declined')),
  decided_by uuid references people,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  check (num_nulls(anchor_from, anchor_to, quote, body_version) in (0, 4)),
  check (anchor_from is null or anchor_from < anchor_to),
  check (parent_id is null or (anchor_from is null and replacement is null and state = 'open')),
  check (replacement is null or anchor_from is not null),
  check ((state in ('accepted', 'declined')) <= (replacement is not null)),
  check ((state = 'open') = (decided_at is null)),
  check (text <> '' or replacement is not null)
);
create index letter_comments_letter on letter_comments (letter_id, id);

alter table letter_attachments add column added_by uuid references people;
alter table letter_attachments add column added_at timestamptz;

-- Pictures that the body of this letter may show; a body cannot show another letter's files.
create table letter_images (
  letter_id uuid not null references letters on delete cascade,
  file_id uuid not null references files,
  width integer not null check (width between 1 and 12000),
  height integer not null check (height between 1 and 12000),
  primary key (letter_id, file_id)
);

-- What comes in, goes out and is disposed of: routes, texts of files, bounces, reports, reminders.

-- Text found in files, for search. A file of pictures has none and says so; nothing here reads pictures.
create table file_texts (
  file_id uuid primary key references files,
  text text not null default '',
  -- Pages of the document; null when nobody could count them.
  pages integer check (pages >= 0),
  -- `partial`: longer than the limits, what is here is its beginning.
  state text not null default 'waiting' check (state in ('waiting', 'extracted', 'partial', 'no_text', 'unreadable')),
  extracted_at timestamptz,
  check ((state = 'waiting') = (extracted_at is null)),
  check (state in ('extracted', 'partial') or text = '')
);

-- To whom a letter that came in was routed: one or several posts, each of which deals with it on its own account.
create table letter_routes (
  letter_id uuid not null references letters on delete cascade,
  position_id uuid not null references positions,
  -- `information`: a copy, nobody's turn.
  purpose text not null default 'act' check (purpose in ('act', 'information')),
  routed_at timestamptz not null default now(),
  routed_by uuid references people,
  read_at timestamptz,
  -- Disposed, or closed without a disposition.
  done_at timestamptz,
  done_by uuid references people,
  close_note text check (length(close_note) between 1 and 1000),
  -- Taken back by the registrar before it was read, or sent back by the post with a reason.
  withdrawn_at timestamptz,
  withdrawn_by uuid references people,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
  primary key (letter_id, position_id),
  check (close_note is null or done_at is not null),
  check (withdrawn_at is null or done_at is null)
);
create index letter_routes_open on letter_routes (position_id, letter_id)
  where purpose = 'act' and done_at is null and withdrawn_at is null;
-- Letters that were routed before get their rows in 0014.

-- How a letter leaves and what became of it. `channel` is set when it is sent; `failed`: never left or was refused,
-- `bounced`: a mail server accepted it and said later that it could not be delivered.
alter table letter_recipients
  add column channel text check (channel in ('internal', 'exchange', 'mail', 'print')),
  add column sent_at timestamptz,
  add column failed_at timestamptz,
  add column failure text check (length(failure) between 1 and 1000),
  -- Counts sendings: a message that is sent anew to a corrected address is another message.
  add column attempt integer not null default 1 check (attempt > 0),
  -- How a printed letter was handed over: by whom, to whom, against which receipt.
  add column handover_note text check (length(handover_note) between 1 and 500);
alter table letter_recipients drop constraint letter_recipients_delivery_check;
alter table letter_recipients add constraint letter_recipients_delivery_check
  check (delivery in ('pending', 'sent', 'delivered', 'read', 'failed', 'bounced')) not valid;

-- The files as they were uploaded, of which the letter's document was made: the same photograph registered twice is
-- found, though the document made of it differs.
create table letter_uploads (
  letter_id uuid not null references letters on delete cascade,
  ordinal integer not null check (ordinal > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  primary key (letter_id, ordinal)
);
create index letter_uploads_sha256 on letter_uploads (sha256);

-- Dispositions: secrecy, taking back with a reason, reports on the way, reminders that were given.
alter table dispositions
  -- Only giver, receiver and the line above see the instruction and the reports of a closed one.
  add column is_secret boolean not null default false,
  add column cancelled_by uuid references people,
  add column cancel_reason text check (length(cancel_reason) between 1 and 1000);

create table disposition_reports (
  id uuid primary key,
  disposition_id uuid not null references dispositions,
  person_id uuid not null references people,
  text text not null check (length(text) between 1 and 4000),
  created_at timestamptz not null default now()
);
create index disposition_reports_of on disposition_reports (disposition_id, id);
-- Rows are only added: 0012 sees to it by a trigger, which lets only the destruction of a letter take the words.

-- Each reminder is given once. `before`: one working day before the deadline.
create table disposition_reminders (
  disposition_id uuid not null references dispositions,
  kind text not null check (kind in ('before', 'due', 'overdue')),
  given_at timestamptz not null default now(),
  primary key (disposition_id, kind)
);
-- append-only: disposition_reminders

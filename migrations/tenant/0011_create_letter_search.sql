-- Full text of letters, who read the secret ones, searches that people keep.

-- Text is cut into words the same way for letters and for what is sought: whatever is neither letter nor digit parts
-- two words, so that 005/123/Setda is found by 005, by 123 and by "setda". Bounded, since a vector holds 1 MB at most.
create function search_words(content text) returns text language sql immutable parallel safe
begin atomic
  select regexp_replace(left(content, 150000), '[^[:alnum:]]+', ' ', 'g');
end;

-- Words as written (for names, numbers and beginnings of words) and their Indonesian stems.
create function search_vector(content text, weight "char") returns tsvector language sql immutable parallel safe
begin atomic
  select setweight(to_tsvector('pg_catalog.simple', words) || to_tsvector('pg_catalog.indonesian', words), weight)
  from (select search_words(content) as words) as cut;
end;

-- Every word must occur, as written or by its stem; the last one may still be being typed. Null without a word. A
-- weight, 'C' for sender and recipients, asks for the words only there.
create function search_query(sought text, weight text default '') returns tsquery language sql immutable parallel safe
begin atomic
  select string_agg(
      '(' || word || case
        when is_last and (length(word) >= 3 or word ~ '[0-9]') then ':*' || weight
        when weight <> '' then ':' || weight
        else '' end
      || case when stem <> word then ' | ' || stem || case when weight <> '' then ':' || weight else '' end else '' end
      || ')', ' & ' order by place)::tsquery
  from (
    select word, place, place = max(place) over () as is_last,
      (ts_lexize('pg_catalog.indonesian_stem', word))[1] as stem
    from regexp_split_to_table(lower(left(sought, 200)), '[^[:alnum:]]+') with ordinality as cut (word, place)
    where word <> ''
  ) as terms;
end;

-- Beside the letters, whose rows stay slim. Vectors leave the row as soon as they can, so that going through the newest
-- rows or through many hits touches few pages.
create table letter_texts (
  letter_id uuid primary key references letters on delete cascade,
  -- Weights: A subject, B numbers, C sender and recipients, D body and files.
  document tsvector not null,
  -- What stands on the envelope: all that those find who may see no more of a secret letter.
  envelope tsvector not null
) with (toast_tuple_target = 128);
alter table letter_texts alter column document set storage external;

-- All words of a letter's body and files.
create function letter_content(of_letter uuid) returns text language sql stable
begin atomic
  select concat_ws(' ',
    (select string_agg(t.node #>> '{}', ' ') from jsonb_path_query(l.body, 'strict $.**.text', '{}', true) as t (node)),
    (select string_agg(x.text, ' ' order by x.file_id) from (
        select l.file_id as id union select a.file_id from letter_attachments a where a.letter_id = l.id) as own
      join file_texts x on x.file_id = own.id))
  from letters l where l.id = of_letter;
end;

create function refresh_letter_texts(ids uuid[]) returns void language sql
begin atomic
  insert into letter_texts (letter_id, document, envelope)
  select l.id,
    search_vector(l.subject, 'A') || e.vector
      || search_vector(concat_ws(' ', (select string_agg(f.name, ' ' order by f.id) from files f
           where f.id in (select a.file_id from letter_attachments a where a.letter_id = l.id)), letter_content(l.id)), 'D'),
    e.vector
  from letters l cross join lateral (
    select search_vector(concat_ws(' ', l.number, l.agenda_number), 'B')
      || search_vector(concat_ws(' ', l.sender_name, (select string_agg(r.name, ' ' order by r.role desc, r.ordinal)
           from letter_recipients r where r.letter_id = l.id)), 'C') as vector
  ) as e
  where l.id = any(ids)
  on conflict (letter_id) do update set document = excluded.document, envelope = excluded.envelope;
end;

-- Kept here and not in the code that writes, so that no writer can forget it.
create function refresh_text_of_letter() returns trigger language plpgsql set search_path from current as $$
begin
  perform refresh_letter_texts(array[new.id]);
  return null;
end $$;
create trigger letters_text_made after insert on letters for each row execute function refresh_text_of_letter();
create trigger letters_text_changed after update of subject, body, number, agenda_number, sender_name, file_id on letters
  for each row when (old.subject is distinct from new.subject or old.body is distinct from new.body
    or old.number is distinct from new.number or old.agenda_number is distinct from new.agenda_number
    or old.sender_name is distinct from new.sender_name or old.file_id is distinct from new.file_id)
  execute function refresh_text_of_letter();

create function refresh_text_of_parts() returns trigger language plpgsql set search_path from current as $$
begin
  perform refresh_letter_texts(array(select distinct letter_id from changed));
  return null;
end $$;
create trigger letter_recipients_text_made after insert on letter_recipients
  referencing new table as changed for each statement execute function refresh_text_of_parts();
create trigger letter_recipients_text_gone after delete on letter_recipients
  referencing old table as changed for each statement execute function refresh_text_of_parts();
create trigger letter_attachments_text_made after insert on letter_attachments
  referencing new table as changed for each statement execute function refresh_text_of_parts();
create trigger letter_attachments_text_gone after delete on letter_attachments
  referencing old table as changed for each statement execute function refresh_text_of_parts();

create function refresh_text_of_file() returns trigger language plpgsql set search_path from current as $$
begin
  perform refresh_letter_texts(array(
    select l.id from letters l where l.file_id = new.file_id
    union select a.letter_id from letter_attachments a where a.file_id = new.file_id));
  return null;
end $$;
create trigger file_texts_made after insert on file_texts for each row when (new.text <> '')
  execute function refresh_text_of_file();
create trigger file_texts_changed after update of text on file_texts for each row when (old.text <> new.text)
  execute function refresh_text_of_file();

-- Letters that were there before are filled in by the worker, the newest first (letters/fill-texts): it takes
-- milliseconds a letter, too long to keep an office waiting.
create index letter_texts_document on letter_texts using gin (document);

-- Every opening of a secret letter (rahasia, sangat rahasia): written before what was asked for is answered.
create table letter_readings (
  id bigint generated always as identity primary key,
  letter_id uuid not null references letters,
  person_id uuid not null references people,
  person_name text not null,
  position_title text,
  -- For a delegate: for whose post.
  is_delegate boolean not null default false,
  act text not null check (act in ('detail', 'act', 'preview', 'pdf', 'file', 'attachment', 'version', 'disposition',
    'writing', 'export', 'other')),
  -- Which attachment or version.
  part text check (length(part) between 1 and 200),
  at timestamptz not null default now()
);
create index letter_readings_letter on letter_readings (letter_id, id desc);
-- append-only: letter_readings

-- A delegate reads secret letters only if the holder of the post said so.
alter table delegations add column secret_letters boolean not null default false;
-- Why an administrator entered it for a holder who is absent; null where the holder did. The right to sign and to read
-- what is secret comes from the holder alone.
alter table delegations add column reason text check (length(reason) between 5 and 500),
  add constraint delegations_of_absent check (reason is null or not ('sign' = any(acts) or secret_letters));

-- Searches that people keep, and may show to their unit; who opens one finds what they themselves may read.
create table saved_searches (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  name text not null check (length(name) between 1 and 80),
  -- The filters as the address of the page has them.
  query jsonb not null check (jsonb_typeof(query) = 'object'),
  ordinal integer not null default 0,
  shared_unit_id uuid references units,
  created_at timestamptz not null default now(),
  unique (person_id, name)
);
create index saved_searches_unit on saved_searches (shared_unit_id) where shared_unit_id is not null;

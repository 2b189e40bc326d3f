// The ground: municipalities, things and their keys, journal, access log, letters, and the rule every later table follows.
export const house = {
  name: '0001-house',
  sql: `
create collation if not exists danish (provider = icu, locale = 'da-DK');

-- The municipality of the transaction; raises when nobody has set it.
create function municipality_now() returns uuid language sql stable parallel safe as
  $$ select current_setting('app.municipality')::uuid $$;

-- Tells other processes that pages made from this table are out of date.
create function tell_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('raadslag', coalesce(current_setting('app.municipality', true), '') || ':' || tg_table_name);
  return null;
end $$;

-- What every table with a municipality gets: forced row-level security, grants, and (public ones) word of changes.
create function follow_house_rules(target regclass, seen_by text, writes text default 'all') returns void language plpgsql as $$
begin
  if seen_by not in ('public', 'app') then raise exception 'seen_by must be public or app'; end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_municipality on %s using (municipality_id = (select municipality_now())) with check (municipality_id = (select municipality_now()))', target);
  execute format('grant select, insert on %s to raadslag_app', target);
  if writes = 'all' then execute format('grant update, delete on %s to raadslag_app', target); end if;
  if seen_by = 'public' then
    execute format('grant select on %s to raadslag_public', target);
    execute format('create trigger tell_changed after insert or update or delete on %s for each statement execute function tell_changed()', target);
  end if;
end $$;

grant usage on schema public to raadslag_app, raadslag_public;

-- The register of municipalities itself: public facts, read before anybody knows which municipality is asked for.
create table municipality (
  id uuid primary key,
  slug text not null unique,
  practice_of uuid references municipality (id) on delete cascade,
  -- A demo or practice municipality: everything is on, everybody is invented.
  demo boolean not null default false,
  hosts text[] not null default '{}',
  updated_at timestamptz not null
);
grant select on municipality to raadslag_public;
grant select, insert, update, delete on municipality to raadslag_app;
create trigger tell_changed after insert or update or delete on municipality for each statement execute function tell_changed();

-- What a municipality says of itself, as data: one row per item of its files, edited here or applied from them.
create table item (
  municipality_id uuid not null references municipality (id) on delete cascade,
  kind text not null,
  slug text not null,
  position integer not null,
  content jsonb not null,
  hash text not null,
  -- The hash of the file as it was last applied; another hash above says that it was edited here since.
  applied_hash text,
  changed_at timestamptz not null,
  primary key (municipality_id, kind, slug)
);
select follow_house_rules('item', 'public');

-- Every content an item has had, so that an old text stays readable.
create table item_version (
  municipality_id uuid not null,
  kind text not null,
  slug text not null,
  version integer not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (municipality_id, kind, slug, version),
  foreign key (municipality_id, kind, slug) references item on delete cascade
);
select follow_house_rules('item_version', 'public', 'insert');

create table thing (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  kind text not null,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (municipality_id, id)
);
select follow_house_rules('thing', 'app');

create schema if not exists keys;
grant usage on schema keys to raadslag_app;
create table keys.data_key (
  municipality_id uuid not null,
  thing_id uuid not null,
  wrapped bytea not null,
  primary key (municipality_id, thing_id),
  foreign key (municipality_id, thing_id) references thing on delete cascade
);
select follow_house_rules('keys.data_key', 'app');

-- Keys of a municipality that came from another installation, under this one's key.
create table keys.carried (
  id uuid primary key references municipality (id) on delete cascade,
  wrapped bytea not null
);
grant select, insert, delete on keys.carried to raadslag_app;

create table key_fingerprint (
  only_one boolean primary key default true check (only_one),
  fingerprint text not null,
  made_at timestamptz not null
);
grant select, insert on key_fingerprint to raadslag_app;

create table journal (
  municipality_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  about uuid not null,
  because uuid[] not null default '{}',
  facts jsonb not null default '{}',
  seal uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, about) references thing
);
create index journal_about on journal (municipality_id, about);
create index journal_unsealed on journal (municipality_id, id) where seal is null;
select follow_house_rules('journal', 'app', 'insert');
grant update (seal) on journal to raadslag_app;

create table access_log (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  about uuid,
  action text not null,
  reason text,
  seal uuid,
  primary key (municipality_id, id)
);
create index access_log_about on access_log (municipality_id, about, at);
create index access_log_unsealed on access_log (municipality_id, id) where seal is null;
select follow_house_rules('access_log', 'app', 'insert');
grant update (seal), delete on access_log to raadslag_app;

create table seal (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  chain text not null,
  at timestamptz not null,
  previous text not null,
  hash text not null,
  rows integer not null,
  primary key (municipality_id, id)
);
create unique index seal_order on seal (municipality_id, chain, previous);
select follow_house_rules('seal', 'app', 'insert');

create table letter (
  municipality_id uuid not null,
  id uuid not null,
  about uuid not null,
  to_sealed bytea not null,
  subject text not null,
  body_sealed bytea not null,
  language text not null,
  signed_by text not null check (signed_by <> ''),
  created_at timestamptz not null,
  not_before timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed', 'withdrawn')),
  last_answer text,
  primary key (municipality_id, id),
  foreign key (municipality_id, about) references thing on delete cascade
);
create index letter_waiting on letter (next_try_at) where state = 'waiting';
create index letter_about on letter (municipality_id, about);
select follow_house_rules('letter', 'app');

create table accepted_form (
  municipality_id uuid not null references municipality (id) on delete cascade,
  key_hash bytea not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (municipality_id, key_hash)
);
select follow_house_rules('accepted_form', 'app');

create table job_round (
  municipality_id uuid not null references municipality (id) on delete cascade,
  name text not null,
  next_at timestamptz not null,
  primary key (municipality_id, name)
);
select follow_house_rules('job_round', 'app');
`,
} as const

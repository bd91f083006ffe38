-- Templates: who wrote each version, what it was restored from, where it came from; and who put a template away.
alter table template_versions
  add column created_by uuid references people,
  add column restored_from integer,
  add column source text not null default 'written',
  add constraint template_versions_source check (source in ('written', 'restored', 'imported', 'adopted')),
  add constraint template_versions_restored check ((source = 'restored') = (restored_from is not null)
    and (restored_from is null or restored_from < version)),
  add constraint template_versions_body check (jsonb_typeof(body) = 'object'),
  add constraint template_versions_defaults check (jsonb_typeof(defaults) = 'object');

alter table templates add column archived_by uuid references people,
  add constraint templates_archived check (archived_by is null or archived_at is not null);

// Which of the kinds of knowledge a council wants covered somebody on a slate brings (A14).
export const adviserKnowledge = {
  name: '0014-adviser-knowledge',
  sql: `
-- Slugs of the council's competences.
alter table slate_person add column covers text[] not null default '{}';
`,
} as const

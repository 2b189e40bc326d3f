// What is sealed stands in its row: it cannot be made smaller, and a page of it is read at once instead of piece by piece.
export const sealedInPlace = {
  name: '0026-sealed-in-place',
  sql: `
-- Sealed bytes look like chance, so trying to compress them is work for nothing. What is longer than a page still stands beside.
alter table voice alter column details_sealed set storage external;
alter table voice_line alter column text_sealed set storage external;
alter table voice_line set (toast_tuple_target = 8160);
`,
} as const

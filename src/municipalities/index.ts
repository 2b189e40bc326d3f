// The door of this room: what other rooms may know of a municipality's data.
export { applyMunicipality, plan, type Step } from './apply.ts'
export { checkCommand, faultLines } from './check.ts'
export type { ItemContent } from './item-types.ts'
export { printOf } from './print.ts'
export { isNoMunicipality, type MunicipalityData, readMunicipality } from './read.ts'
export { type SourceBook, sourceBookOf } from './source-book.ts'
export {
  itemOf,
  itemsOfKind,
  itemsOfKinds,
  keyedItems,
  registered,
  shortAddresses,
  versionsOf,
  writeItem,
} from './store.ts'
export { eraseTwin, foundTwin, type Original, originalOf, twinOf } from './twin.ts'
export { Sources } from './views/sources.tsx'

// The Danish texts of this room; the source of the others.
export const da = {
  fillsIn: 'Den, der driver siden,',
  opensToday: 'i dag kl. {at}',
  opensOn: '{day} kl. {at}',
}

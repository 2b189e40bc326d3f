// The Danish texts of this room; the source of the others.
export const da = {
  heading: 'Hvad har du på hjerte?',
}

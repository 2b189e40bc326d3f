// The Danish texts of this room; the source of the others.
export const da = {
  title: 'Brug din kode',
  lead: 'Koden stod på din kvittering. Med den kan du se, hvad der er sket.',
  ask: 'Din kode',
  'ask.why': 'Store eller små bogstaver er lige meget. Mellemrum også.',
  go: 'Vis',
  unknown:
    'Koden passer ikke til noget, vi har. Se efter, om alle tegn er med. Det, den hørte til, kan også være slettet. Ring til os, hvis du er i tvivl.',
  format: 'En kode har 20 tegn i fem grupper. Se efter, om et tegn mangler eller er byttet om.',
  lost: 'Har du mistet koden? Ring til os. Så finder vi en anden vej.',
  used: 'Koden kan kun sendes én gang fra samme side. Skriv den igen for at komme ind.',
}

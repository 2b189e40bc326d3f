// The Danish letters to members about their own seat; the source of the others.
export const da = {
  'mail.took.subject': 'Besked fra kommunen',
  'mail.took.text': 'Du er udpeget til en plads fra {day}. Vil du vide mere, så ring eller skriv til os.',
  'mail.left.subject': 'Besked fra kommunen',
  'mail.left.text':
    'Hej\n\nVi har skrevet ind, at du har afsluttet dit hverv fra {day}. Tak for din tid.\n\nEr det ikke rigtigt, så sig det til os. Så retter vi det.',
  'mail.reach': 'Du kan nå os her: {ways}.',
  'mail.reach.letter': 'Du kan svare på dette brev.',
}

export type MailWords = Record<keyof typeof da, string>

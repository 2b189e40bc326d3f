// The English texts of the practice.
import type { PracticeWord } from './da.ts'

export const en: Record<PracticeWord, string> = {
  title: 'Practice',
  lead: 'Try everything without anything happening. The practice has the same councils and rules as your site, but all people are invented.',
  'what.title': 'How it works',
  'what.same': 'You are yourself, with the same roles.',
  'what.apart': 'The practice lies apart. Nothing goes from one site to the other.',
  'what.letters': 'Letters are written, so that you can read them. They are never sent.',
  'what.shared': 'You all have one practice. What you write, the others see too.',
  'what.back': 'The yellow bar at the top shows that you are practising. The button back is there too.',
  begin: 'Begin the practice',
  'begin.under': 'The first time takes a few seconds.',
  'in.lead': 'You are in the practice. All people here are invented, and nothing is sent.',
  back: 'Back to the real site',
  roles: 'Try another role',
  'roles.text': 'Those who propose are not those who decide. Sign in as one of the others and see their side of it.',
  'roles.link': 'Choose a role',
  'anew.title': 'Begin anew',
  'anew.text': 'Everything you have written in the practice is erased. It begins again with your data as they are today.',
  'anew.button': 'Erase and begin anew',
  'notStaff.lead': 'You are in the practice. Go back to the real site here.',
}

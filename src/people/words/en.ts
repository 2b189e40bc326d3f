// The English texts of this room.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  fillsIn: 'Whoever runs this site',
  opensToday: 'today at {at}',
  opensOn: '{day} at {at}',

  'role.operator': 'operator',
  'role.secretary': 'council secretary',
  'role.caseworker': 'caseworker',
  'role.outreachWorker': 'outreach worker',
  'role.unitLeader': 'unit leader',
  'role.politicalSecretariat': 'political secretariat',
  'role.administration': 'administration',
  'role.councillor': 'councillor',
  'role.councilMember': 'council member',
  'role.policyOwner': 'policy owner',
  'role.auditor': 'data protection',

  'stay.until': 'You will be signed out at {at}',
  'stay.button': 'Stay here',

  'signIn.title': 'Sign in',
  'signIn.lead': 'Employees and council members sign in here. To write to us or to join a council you need not sign in.',
  'signIn.email': 'Your e-mail at work',
  'signIn.email.why': 'We send a link that works once, for 15 minutes.',
  'signIn.send': 'Send me a link',
  'signIn.oidc': "Sign in with the municipality's login",
  'signIn.or': 'Or get a link by mail',
  'signIn.already': 'You are signed in as {name}.',
  'signIn.toWork': 'Go to the work room',
  'signIn.sent.title': 'Look in your inbox',
  'signIn.sent.lead': 'If we know the address, a letter will arrive in a moment. The link works once, until {until}.',
  'signIn.sent.kept': 'This site does not send letters yet. The letter is with whoever runs the site. Ask them for a link.',
  'signIn.sent.nothing': 'Nothing arrives? Look among unwanted mail. We may know you by another address. Ask whoever runs the site.',
  'signIn.again': 'Try another address',
  'signIn.fault.unknown':
    "The municipality's login knows you, but the work room does not. Ask the council secretary or whoever runs the site to enter you.",
  'signIn.fault.denied': "The municipality's login said no. Try again, or get a link by mail.",
  'signIn.fault.away': "The municipality's login does not answer right now. Try again in a moment, or get a link by mail.",
  'signIn.fault.stale': 'It took too long, or it began in another browser. Try again.',

  'link.title': 'Sign in',
  'link.lead': 'Press the button and you are signed in. The link works once.',
  'link.button': 'Sign in',
  'link.dead.title': 'The link no longer works',
  'link.dead.lead': 'It has been used, or more than 15 minutes have passed.',
  'link.dead.again': 'Get a new link',
  'link.subject': 'Your link to sign in',
  'link.text':
    'Hello\n\nYou have asked to sign in to {site}. Use the link before {until}:\n\n{url}\n\nIt works once. If you did not ask for it, do nothing. Then nothing happens.',
}

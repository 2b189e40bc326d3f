// The addresses of the practice.
export const practicePaths = {
  page: '/arbejdsrum/oevelse',
  end: '/arbejdsrum/oevelse/tilbage',
  anew: '/arbejdsrum/oevelse/forfra',
} as const

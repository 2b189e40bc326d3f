// The addresses of the post room.
export const postPaths = {
  post: '/arbejdsrum/post',
  letter: (id: string) => `/arbejdsrum/post/${id}`,
  raw: (id: string) => `/arbejdsrum/post/${id}/raa`,
  file: (id: string, part: number | string) => `/arbejdsrum/post/${id}/fil/${part}`,
  move: (id: string) => `/arbejdsrum/post/${id}/flyt`,
  finish: (id: string) => `/arbejdsrum/post/${id}/faerdig`,
} as const

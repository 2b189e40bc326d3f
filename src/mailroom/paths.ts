// The addresses of the post room.
export const postPaths = {
  post: '/arbejdsrum/post',
  letter: (id: string) => `/arbejdsrum/post/${id}`,
  /** The same, telling of the letter that was sent on just before. */
  letterAfter: (id: string, sent: string) => `/arbejdsrum/post/${id}?sendt=${sent}`,
  deskAfter: (desk: string, sent: string) => `/arbejdsrum/post?bord=${desk}&sendt=${sent}`,
  raw: (id: string) => `/arbejdsrum/post/${id}/raa`,
  file: (id: string, part: number | string) => `/arbejdsrum/post/${id}/fil/${part}`,
  move: (id: string) => `/arbejdsrum/post/${id}/flyt`,
  undo: (id: string) => `/arbejdsrum/post/${id}/fortryd`,
  finish: (id: string) => `/arbejdsrum/post/${id}/faerdig`,
} as const

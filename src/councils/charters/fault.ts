// A fault in data people wrote: where, and what in one line.
export type Path = (string | number)[]
export type Fault = { path: Path; message: string }

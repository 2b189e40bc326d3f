// A picture as it is kept: made anew, with nothing it carried along.

export interface MadePicture {
  readonly width: number
  readonly height: number
  /** JPEG. */
  readonly bytes: Uint8Array
}

/** A picture or film as it is kept and shown. */
export interface CleanMedia {
  readonly bytes: Uint8Array
  readonly kind: 'IMAGE' | 'VIDEO'
  readonly contentType: 'image/webp' | 'video/mp4' | 'video/webm'
  /** In pixels, upright. */
  readonly width: number
  readonly height: number
}

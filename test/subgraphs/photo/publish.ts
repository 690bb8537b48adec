import type { Person, PhotoApp } from './photoApp.ts'

let keys = 0

/** Publishes this picture of the catalogue, each time as a photo of its own; answers its id. */
export async function publish(app: PhotoApp, author: Person, picture: string): Promise<string> {
  const takenAt = new Date(app.clock.wall() + ++keys * 1000).toISOString()
  const input = { authorId: author.id, picture, caption: null, takenAt, idempotencyKey: `picture ${keys}` }
  return (await app.internal('publishDemoPhoto', input)).id
}

import type { Guard } from '../port.ts'
import { misuse } from './misuse.ts'
import { parsePath, readPath } from './paths.ts'
import type { PlainObject } from './plain.ts'
import { scalar } from './scalars.ts'

/** Whether every path of the guard has its value in the document; null also holds for an absent path. */
export function holds(document: PlainObject, guard: Guard): boolean {
  return Object.keys(guard).every((path) => {
    const wanted = scalar(guard[path], `The guard on "${path}"`)
    const found = readPath(document, parsePath(path)) ?? null
    if (Array.isArray(found)) throw misuse(`A guard compares scalars, but "${path}" holds an array.`)
    return found === wanted
  })
}

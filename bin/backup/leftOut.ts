import { isEventLog } from '../../subgraphs/runtime/events/topic.ts'

/** Whether a collection is the processes' own, about themselves: no person's, and of no use after a restore. */
export function isOfTheHouse(collection: string): boolean {
  return collection.startsWith('house_')
}

/** Whether a collection means nothing in another installation: it is neither backed up nor restored. */
export function isLeftOut(collection: string): boolean {
  return isOfTheHouse(collection) || isEventLog(collection)
}

/** A promise that a test settles when it is time to; `Promise.withResolvers` of later Nodes. */
export interface Resolvable<Value> {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
}

export function resolvable<Value = void>(): Resolvable<Value> {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

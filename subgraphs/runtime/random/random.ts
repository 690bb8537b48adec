/** Where ids and nonces come from; injected, so that the demo people and tests are the same each time. */
export interface Random {
  /** `length` bytes. */
  bytes(length: number): Uint8Array
  /** A fresh local id: 22 characters of base64url (128 random bits). */
  id(): string
}

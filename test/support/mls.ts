import { createGroup } from 'ts-mls/clientState.js'
import { createApplicationMessage, createProposal } from 'ts-mls/createMessage.js'
import { getCiphersuiteFromName } from 'ts-mls/crypto/ciphersuite.js'
import { getCiphersuiteImpl } from 'ts-mls/crypto/getCiphersuiteImpl.js'
import { defaultCapabilities } from 'ts-mls/defaultCapabilities.js'
import { generateKeyPackage } from 'ts-mls/keyPackage.js'
import { defaultLifetime } from 'ts-mls/lifetime.js'
import { encodeMlsMessage, type MlsMessageContent } from 'ts-mls/message.js'

// By file: the package's index also loads cryptography that is not installed.

/** One MLS message of each form that a group of one makes, in base64url: what a phone would send. */
export interface MlsMessages {
  /** A PrivateMessage with application content: this text, encrypted. */
  sealed(text: string): Promise<string>
  /** A KeyPackage: no content in it. */
  readonly keyPackage: string
  /** A PrivateMessage that proposes to leave out a member: no content in it. */
  readonly sealedProposal: string
  /** A PublicMessage that proposes the same. */
  readonly publicProposal: string
}

/** A real group, with fresh keys from the machine's randomness. */
export async function createMlsMessages(): Promise<MlsMessages> {
  const suite = await getCiphersuiteImpl(getCiphersuiteFromName('MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519'))
  const credential = { credentialType: 'basic', identity: Buffer.from('phone') } as const
  const { publicPackage, privatePackage } = await generateKeyPackage(
    credential,
    defaultCapabilities(),
    defaultLifetime,
    [],
    suite,
  )
  const state = await createGroup(Buffer.from('audience'), publicPackage, privatePackage, [], suite)
  const propose = (inPublic: boolean) =>
    createProposal(state, inPublic, { proposalType: 'remove', remove: { removed: 0 } }, suite)

  return {
    async sealed(text) {
      const { privateMessage } = await createApplicationMessage(state, Buffer.from(text, 'utf8'), suite)
      return written({ wireformat: 'mls_private_message', privateMessage })
    },
    keyPackage: written({ wireformat: 'mls_key_package', keyPackage: publicPackage }),
    sealedProposal: written((await propose(false)).message),
    publicProposal: written((await propose(true)).message),
  }
}

function written(content: MlsMessageContent): string {
  return Buffer.from(encodeMlsMessage({ version: 'mls10', ...content })).toString('base64url')
}

import type { ConsentError, SetConsentInput, SetFeatureInput } from '../generated/types.ts'
import { consentRefusal } from '../refusals.ts'

/** What comes of a decision about data while nobody has an account. */
export interface ConsentDecided {
  readonly consent: null
  readonly account: null
  readonly errors: ConsentError[]
}

/** What comes of a decision about a feature while nobody has an account. */
export interface FeatureDecided {
  readonly feature: null
  readonly account: null
  readonly errors: ConsentError[]
}

/** Withdrawing is never refused (I11): without an account there is nothing to withdraw, and that is done at once. */
export function setConsent({ granted }: SetConsentInput): ConsentDecided {
  return { consent: null, account: null, errors: granted ? [consentRefusal('CONSENT_NO_ACCOUNT')] : [] }
}

/** Switching off what nobody has on is no more refused than withdrawing. */
export function setFeature({ enabled }: SetFeatureInput): FeatureDecided {
  return { feature: null, account: null, errors: enabled ? [consentRefusal('CONSENT_NO_ACCOUNT')] : [] }
}

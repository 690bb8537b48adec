import { TEST_START } from '../../support/subgraphTester.ts'

/** What a partner answers when asked for its videos; where it says CANARY, nobody asked it. */
export const SOMEBODY = { __typename: 'SocialProfile', id: 'nobody' }
export const video = (more: object = {}) => ({
  __typename: 'AcmeVideo',
  id: 'v1',
  title: 'A video.',
  seconds: 3,
  author: SOMEBODY,
  post: null,
  ...more,
})
export const videos = (...all: unknown[]) => ({ data: { acmeVideos: all } })

/** As a source answers, to be taken for one: good for as long as a grant is. */
export const SIGNALS = {
  __typename: 'MessengerAdSignals',
  grant: 'CANARY',
  topics: ['CANARY'],
  validUntil: new Date(TEST_START + 400).toISOString(),
}
const PROTO =
  '"__proto__":{"messengerAdSignals":{"topics":["CANARY"]},"isAdmin":true},"constructor":{"prototype":{"CANARY":1}}'

/** One person's profiles, as a partner may have learned of them. */
export interface KnownIds {
  readonly social: string
  readonly messenger: string
}

/** Bodies that a malicious partner may send, objects or texts, by what is wrong with them. */
export const MALICIOUS_ANSWERS: Readonly<Record<string, (ids: KnownIds) => unknown>> = {
  'more fields than were asked': () =>
    videos(
      video({
        canary: 'CANARY',
        messengerAdSignals: SIGNALS,
        author: { ...SOMEBODY, displayName: 'CANARY', username: 'CANARY' },
      }),
    ),
  'values for a road of the person': (ids) =>
    videos(
      video({
        author: {
          __typename: 'SocialProfile',
          id: ids.social,
          messengerAdSignals: SIGNALS,
          photoAdSignals: SIGNALS,
          c__ads: [{ basis: 'CANARY' }],
          ads: [{ basis: 'CANARY' }],
        },
      }),
    ),
  'a consented type in place of a person': () => videos(video({ author: SIGNALS })),
  'a person of another app': (ids) => videos(video({ author: { __typename: 'MessengerProfile', id: ids.messenger } })),
  'a type that there is not': () =>
    videos(video({ author: { __typename: 'CANARY', id: '1' } }), {
      ...video(),
      __typename: 'Query',
    }),
  'keys of prototypes': () =>
    `{"data":{"acmeVideos":[{"__typename":"AcmeVideo","id":"v1","title":"A video.",${PROTO},"author":{"__typename":"SocialProfile","id":"nobody",${PROTO}}}],${PROTO}},${PROTO}}`,
  'wrong types': () =>
    videos(video({ id: { CANARY: 1 }, title: ['CANARY'], seconds: 'CANARY', author: 'CANARY', post: [SOMEBODY] })),
  'no list': () => ({ data: { acmeVideos: { CANARY: 1 } } }),
  'a number for everything': () => ({ data: { acmeVideos: [1, null, [video()], 'CANARY'] } }),
  'other root fields': () => ({
    data: {
      acmeVideos: [],
      socialMe: { id: 'CANARY', ads: [{ basis: 'CANARY' }] },
      c__socialMe: { id: 'CANARY' },
      _entities: [SIGNALS],
    },
  }),
  extensions: () => ({
    ...videos(video()),
    extensions: { consent: [{ CANARY: 1 }], ftv1: 'CANARY' },
    canary: 'CANARY',
  }),
  'errors at other places': () => ({
    ...videos(video()),
    errors: [
      { message: 'no', path: ['socialMe', 'ads'], locations: [{ line: 1, column: 1 }] },
      { message: 'no', path: ['photoFeed'] },
      { message: 'no', path: ['__proto__', 'x'] },
      { message: 'no' },
    ],
  }),
  'errors that are none': () => ({ ...videos(video()), errors: [7, 'CANARY'] }),
  'errors that claim our codes': () => ({
    data: null,
    errors: [{ message: 'no', path: ['acmeVideos'], extensions: { code: 'CONSENT_REFUSED', subgraph: 'grants' } }],
  }),
  'no JSON': () => '<html>CANARY</html>',
  'a batch': () => [videos(video())],
  nothing: () => '',
  'very much': () => videos(...Array.from({ length: 20_000 }, () => video({ canary: 'CANARY'.repeat(5) }))),
  'too much': () => JSON.stringify(videos(video({ title: 'CANARY'.repeat(3_000_000) }))),
  'very deep': () => `{"data":{"acmeVideos":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
}

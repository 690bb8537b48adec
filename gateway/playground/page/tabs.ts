import { tokenFor, type Session } from './personas.ts'

/** A tab as it stands before anybody typed. */
export interface Tab {
  readonly query: string
  readonly variables?: string
}

const home = `# Who am I, and what do the apps show me? Press ▶ (or Ctrl-Enter).
# Change the person or the app above, and press it again.
query Home {
  viewer {
    app
    profile {
      id
      displayName
      ... on MessengerProfile {
        statuses(first: 3) {
          nodes { id expiresAt crosspost { state deliveries { app state } } }
        }
      }
    }
    account {
      links {
        app
        state
        profile {
          displayName
          ... on PhotoProfile { username posts(first: 3) { nodes { caption likeCount } } }
          ... on SocialProfile { ads(first: 2) { title basis why } }
        }
      }
      consents { to purpose granted }
    }
  }
}
`

const feed = `# The photo app's feed. Its authors' avatars come from the accounts center, everything else from the photo app.
query Feed {
  photoFeed(first: 20) {
    nodes {
      caption
      likeCount
      author { displayName avatar { url } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`

const share = `# A messenger status becomes a story in another app, if its author says so and has linked the two.
mutation Share($input: CrosspostStatusInput!) {
  crosspostStatus(input: $input) {
    crosspost { id state deliveries { app state } }
    errors { code message }
  }
}
`

const everywhere = `# One question, three apps: what each of them knows of me, and only that.
query ThreeApps {
  messengerMe { handle contacts(first: 3) { nodes { displayName } } }
  photoMe { username followers(first: 3) { nodes { displayName } } suggestedProfiles(first: 3) { why basis profile { displayName } } }
  socialMe { username friends(first: 3) { nodes { displayName } } ads(first: 2) { title basis why } }
  socialFeed(first: 3) { nodes { text author { displayName } reactionCount } }
}
`

/** The first tabs: the operations that always work, as written, and one over three apps at once. */
export async function firstTabs(session: Session | null): Promise<readonly Tab[]> {
  const statusId = await ownStatus(session)
  const input = {
    statusId,
    targets: [{ app: 'PHOTO', audience: 'FOLLOWERS' }],
    content: { text: 'Nearly there.' },
    idempotencyKey: 'playground-1',
  }
  return [
    { query: home },
    { query: feed },
    { query: everywhere },
    { query: share, variables: JSON.stringify({ input }, null, 2) },
  ]
}

/** The id of one of the person's own statuses, so that Share has something to share. */
async function ownStatus(session: Session | null): Promise<string> {
  const token = await tokenFor(session)
  if (token === null) return 'the id of one of your statuses'
  const query = '{ messengerMe { statuses(first: 1) { nodes { id } } } }'
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
  const answer = (await response.json()) as {
    data?: { messengerMe?: { statuses?: { nodes: ({ id: string } | null)[] } | null } | null }
  }
  return answer.data?.messengerMe?.statuses?.nodes[0]?.id ?? 'the id of one of your statuses'
}

/** A tab as it stands before anybody typed. */
export interface Tab {
  readonly query: string
  readonly variables?: string
}

const home = `# Who am I, and what do the apps show me?
# Press ▶ (or Ctrl-Enter), then be somebody else above.
query Home {
  viewer {
    app
    profile {
      id
      displayName
      ... on MessengerProfile {
        statuses(first: 3) {
          nodes {
            id
            expiresAt
            crosspost { state deliveries { app state } }
          }
        }
      }
    }
    account {
      links {
        app
        state
        profile {
          displayName
          ... on PhotoProfile {
            username
            posts(first: 3) { nodes { caption likeCount } }
          }
          ... on SocialProfile {
            ads(first: 2) { title basis why }
          }
        }
      }
      consents { to purpose granted }
    }
  }
}
`

const feed = `# The photo app's feed. Its authors' avatars come from the
# accounts center, everything else from the photo app.
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

const threeApps = `# One question, three apps: each tells its own part of me,
# and none of them learns of the others.
query ThreeApps {
  messengerMe {
    handle
    contacts(first: 3) { nodes { displayName } }
  }
  photoMe {
    username
    followers(first: 3) { nodes { displayName } }
    suggestedProfiles(first: 3) {
      why
      basis
      profile { displayName }
    }
  }
  socialMe {
    username
    friends(first: 3) { nodes { displayName } }
    ads(first: 2) { title basis why }
  }
  socialFeed(first: 3) {
    nodes { text reactionCount author { displayName } }
  }
}
`

const share = `# A messenger status becomes a story in another app: if its
# author says so, and has linked the two profiles.
# The variables below name a status of whoever you are.
mutation Share($input: CrosspostStatusInput!) {
  crosspostStatus(input: $input) {
    crosspost { id state deliveries { app state } }
    errors { code message }
  }
}
`

/** The variables of the tab Share, about this status. Another status is another share: the key is its own. */
export function shareVariables(statusId: string): string {
  const input = {
    statusId,
    targets: [{ app: 'PHOTO', audience: 'FOLLOWERS' }],
    content: { text: 'Nearly there.' },
    idempotencyKey: `playground-${statusId.slice(0, 12)}`,
  }
  return JSON.stringify({ input }, null, 2)
}

/** Whether these are the variables of the tab Share as the page wrote them, whichever status they are about. */
export function isShareAsWritten(variables: string): boolean {
  try {
    const { input } = JSON.parse(variables) as { readonly input?: { readonly statusId?: unknown } }
    return typeof input?.statusId === 'string' && shareVariables(input.statusId) === variables
  } catch {
    return false
  }
}

/** The operations that always work, as written, and one over three apps at once. */
export const FIRST_TABS: readonly Tab[] = [
  { query: home },
  { query: feed },
  { query: threeApps },
  { query: share, variables: shareVariables('the id of one of your statuses') },
]

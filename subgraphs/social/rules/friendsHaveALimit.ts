/**
 * How many friends a person may have. A feed merges the posts of the viewer and of all friends in one read of the store,
 * and the storage port merges at most 5,000 lists.
 */
export const MOST_FRIENDS = 4_999

// Why an image of a source is not in a run although it could be: the user named others.

/** The reason beside such an image in a run's population. */
export const notAskedForReason = "not asked for";

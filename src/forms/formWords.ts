/** What forms say for an answer that is not known, and for a list of which nothing applies. */
export const UNKNOWN_SAYS = "I don't know";
export const NONE_SAYS = 'None of these';

/** What stands in the results of a form for a list of which nothing applies. No option of several is called so. */
export const NONE = 'none';

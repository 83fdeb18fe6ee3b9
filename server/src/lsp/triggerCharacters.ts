/** Characters behind which an editor asks for completion by itself: those before a code, in a path, and before a member. */
export const TRIGGER_CHARACTERS: readonly string[] = ['"', "'", '`', '/', '.'];

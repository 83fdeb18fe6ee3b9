/** Why the work could not be done, in words for whoever called the program. It ends with 2. */
export class Failure extends Error {}

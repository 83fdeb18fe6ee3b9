/** How sure it is that something is a vendor's: rules say how sure they must be. */
export type Confidence = 'certain' | 'likely' | 'weak';

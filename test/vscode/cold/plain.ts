import { sum } from './lib/sum';

export const answer = sum([20, 22]);

import { complainOfLoading } from '../node/complain.ts';

// All that has to be there for the rest to be loaded.
import('./main.ts').catch((error: unknown) => {
  complainOfLoading('The program', error);
  process.exitCode = 2;
});

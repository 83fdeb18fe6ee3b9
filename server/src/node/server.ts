import { answerFirst } from './answerFirst.ts';
import { complainOfLoading } from './complain.ts';

// The library is a third of the start, and the service another: a client has its answer before any of them is there.
answerFirst(async (begun) => {
  try {
    const { serve } = await import('./serve.ts');
    serve(begun);
  } catch (error) {
    complainOfLoading('The language server', error);
    process.exit(1);
  }
});

import { answerFirst } from './answerFirst.ts';

// The library is a third of the start, and the service another: a client has its answer before any of them is there.
answerFirst(async (begun) => {
  try {
    const { serve } = await import('./serve.ts');
    serve(begun);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The language server cannot be loaded: ${reason}\n`);
    process.exit(1);
  }
});
